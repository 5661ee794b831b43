// How wide something stands on the screen, for what folds when there is too little room; and how wide words will be, so that
// nothing has to be drawn first to find out.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Undefined until it is measured, which is before it is painted. */
export function useWidth<Kind extends HTMLElement>(): [RefObject<Kind | null>, number | undefined] {
  const element = useRef<Kind>(null);
  const [width, setWidth] = useState<number>();
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return undefined;
    const measure = () => setWidth(current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

const chinese = /[\u2e80-\uffff]/;

/** In type of 15 px, times the scale of 大字 mode. Chinese is as wide as high; digits and Latin letters are a little more than half of that. */
export const widthOf = (words: string, scale: number): number =>
  Array.from(words).reduce((sum, letter) => sum + (chinese.test(letter) ? 15 : 9), 0) * scale;

/**
 * How many of the pieces fit, from the first on.
 * @param fold what the control takes that holds the rest
 */
export function fitting(widths: readonly number[], gap: number, room: number, fold: number): number {
  const total = widths.reduce((sum, width) => sum + width + gap, -gap);
  if (total <= room) return widths.length;
  let left = room - fold;
  return widths.filter((width) => (left -= width + gap) >= 0).length;
}
