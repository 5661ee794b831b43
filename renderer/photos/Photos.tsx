import { PageBody, PageHead } from '../ui/Page.tsx';

export const Photos = () => (
  <>
    <PageHead title="批量导入照片" />
    <PageBody>{null}</PageBody>
  </>
);
