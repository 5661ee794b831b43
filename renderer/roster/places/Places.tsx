import { PageBody, PageHead } from '../../ui/Page.tsx';

export const Places = () => (
  <>
    <PageHead title="社区与小区" />
    <PageBody>{null}</PageBody>
  </>
);
