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
