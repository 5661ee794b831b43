// A component made of antd whose code is fetched when it is first shown, from the frame or the home screen, which have no theme: what few
// sessions open needn't be loaded before the first screen stands.
import { CatchBoundary } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';

/** In the place of what could not be fetched: the program behind the window has gone. What else the window shows stays. */
const NoAnswer = () => (
  <div className="no-answer" role="alert">
    程序没有回应，刚才的操作可能没有完成。请关闭窗口重新打开，再核对一遍。
  </div>
);

/** Nothing stands in its place meanwhile, which on this computer is the blink of an eye. */
export function lazilyThemed<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => {
    const [{ Themed }, Component] = await Promise.all([import('./Themed.tsx'), load()]);
    return {
      default: (props: Props) => (
        <Themed>
          <Component {...props} />
        </Themed>
      ),
    };
  });
  return function Lazily(props: Props) {
    return (
      <CatchBoundary getResetKey={() => 'once'} errorComponent={NoAnswer}>
        <Suspense fallback={null}>
          <Loaded {...props} />
        </Suspense>
      </CatchBoundary>
    );
  };
}
