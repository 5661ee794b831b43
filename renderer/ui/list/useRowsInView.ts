// Which rows of a list stand in the document: those in view and a few around them, whatever the number of rows. Every row has
// one height, so the rest is two blank heights, one above and one below.
import { type RefObject, type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMeasures } from '../useMeasures.ts';

const spare = 12;

export type RowsInView = {
  frame: RefObject<HTMLDivElement | null>;
  bodyHeight: number;
  rowHeight: number;
  /** How many rows a page of the keyboard is. */
  page: number;
  /** The first row in the document, and the one behind the last. */
  first: number;
  last: number;
  lines: number;
  above: number;
  below: number;
  onScroll: (event: UIEvent<HTMLElement>) => void;
  /** Scrolls no further than is needed to see the row. */
  reveal: (index: number) => void;
};

const scrollerIn = (frame: HTMLElement | null) => frame?.querySelector<HTMLElement>('.ant-table-body');

/**
 * @param question another one starts at its first row
 * @param count undefined while it is unknown: then blank rows fill the frame
 */
export function useRowsInView(question: string, count: number | undefined): RowsInView {
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => setHeight(element.clientHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const { rowHeight } = useMeasures();
  const bodyHeight = Math.max(0, height - rowHeight);
  const lines = count ?? Math.ceil(bodyHeight / rowHeight);
  const first = Math.max(0, Math.min(lines, Math.floor(top / rowHeight)) - spare);
  const last = Math.min(lines, Math.ceil((top + bodyHeight) / rowHeight) + spare);
  useEffect(() => {
    if (question !== '') scrollerIn(frame.current)?.scrollTo({ top: 0 });
  }, [question]);
  const reveal = (index: number) => {
    const body = scrollerIn(frame.current);
    if (!body) return;
    const above = index * rowHeight;
    if (above < body.scrollTop) body.scrollTo({ top: above });
    else if (above + rowHeight > body.scrollTop + body.clientHeight)
      body.scrollTo({ top: above + rowHeight - body.clientHeight });
  };
  return {
    frame,
    bodyHeight,
    rowHeight,
    page: Math.max(1, Math.floor(bodyHeight / rowHeight) - 1),
    first,
    last,
    lines,
    above: first * rowHeight,
    below: (lines - last) * rowHeight,
    onScroll: (event) => setTop(event.currentTarget.scrollTop),
    reveal,
  };
}
