// What stands where a screen should: one that failed to open, and an address that no screen has. Neither shows the error's own
// words, which are no words for the person.
import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/Page.tsx';
import { PrimaryButton } from '../ui/PrimaryButton.tsx';

export const ScreenFailed = () => (
  <div className="fallback" role="alert">
    <Empty title="这个画面没有打开">
      <span>请重新载入，已保存的内容不受影响。仍不行请关闭窗口重新打开。</span>
      <PrimaryButton onClick={() => window.location.reload()}>重新载入</PrimaryButton>
    </Empty>
  </div>
);

export const NoSuchScreen = () => (
  <div className="fallback">
    <Empty title="没有这个画面">
      <span>地址不对，或者画面已经改了位置。</span>
      <Link to="/">回到“今日”</Link>
    </Empty>
  </div>
);
