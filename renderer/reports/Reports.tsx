import { PageBody, PageHead } from '../ui/Page.tsx';

export const Reports = () => (
  <>
    <PageHead title="报表" />
    <PageBody>{null}</PageBody>
  </>
);
