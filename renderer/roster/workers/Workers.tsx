import { PageBody, PageHead } from '../../ui/Page.tsx';

export const Workers = () => (
  <>
    <PageHead title="网格员" />
    <PageBody>{null}</PageBody>
  </>
);
