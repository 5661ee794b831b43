// 今日: what needs doing today.
import { PageBody, PageHead } from '../ui/Page.tsx';

export const Today = () => (
  <>
    <PageHead title="今日" />
    <PageBody>{null}</PageBody>
  </>
);
