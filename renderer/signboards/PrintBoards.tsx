import { PageBody, PageHead } from '../ui/Page.tsx';

export const PrintBoards = () => (
  <>
    <PageHead title="打印" />
    <PageBody>{null}</PageBody>
  </>
);
