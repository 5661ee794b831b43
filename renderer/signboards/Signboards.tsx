import { PageBody, PageHead } from '../ui/Page.tsx';

export const Signboards = () => (
  <>
    <PageHead title="指示牌" />
    <PageBody>{null}</PageBody>
  </>
);
