import { PageBody, PageHead } from '../ui/Page.tsx';

export const Settings = () => (
  <>
    <PageHead title="设置" />
    <PageBody>{null}</PageBody>
  </>
);
