import { PageBody, PageHead } from '../../ui/Page.tsx';

export const Grids = () => (
  <>
    <PageHead title="网格" />
    <PageBody>{null}</PageBody>
  </>
);
