// Whether what a component shows has been left, for work that goes on all the same and must be told of elsewhere then.
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';

/** @param leaving runs at that moment */
export function useLeft(leaving: () => void = () => undefined): Readonly<RefObject<boolean>> {
  const left = useRef(false);
  const leave = useEffectEvent(leaving);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
      leave();
    };
  }, []);
  return left;
}
