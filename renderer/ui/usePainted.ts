// For what a screen asks besides: it is asked when the screen has been painted, so that it doesn't keep the screen waiting.
import { useEffect, useState } from 'react';

/** False until the browser has painted what was drawn with it. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, []);
  return painted;
}
