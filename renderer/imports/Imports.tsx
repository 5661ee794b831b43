import { PageBody, PageHead } from '../ui/Page.tsx';

export const Imports = () => (
  <>
    <PageHead title="导入网格员" />
    <PageBody>{null}</PageBody>
  </>
);
