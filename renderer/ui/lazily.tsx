// A component whose code is fetched when it is first shown: what few sessions open needn't be loaded before the first screen stands.
import { type ComponentType, lazy, Suspense } from 'react';

/** Nothing stands in its place meanwhile, which on this computer is the blink of an eye. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function Lazily(props: Props) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    );
  };
}

/** The same for what is made of antd and shown from the frame or the home screen, which have no theme. */
export const lazilyThemed = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> =>
  lazily(async () => {
    const [{ Themed }, Component] = await Promise.all([import('./Themed.tsx'), load()]);
    return function ThemedComponent(props: Props) {
      return (
        <Themed>
          <Component {...props} />
        </Themed>
      );
    };
  });
