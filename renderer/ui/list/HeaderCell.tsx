// A header cell of a list: sorts by a click, and its right edge is dragged to make the column wider.
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { type HTMLAttributes, type PointerEvent as ReactPointerEvent, type ReactNode, useRef } from 'react';

export type Sorting = { by: string; descending: boolean };

export type Heading = {
  content?: ReactNode;
  width?: number;
  align?: 'right';
  /** Present where the column can be sorted. */
  sorted?: 'ascending' | 'descending' | 'none';
  onSort?: () => void;
  onResize?: (width: number, kept: boolean) => void;
};

type Props = HTMLAttributes<HTMLTableCellElement> & { heading?: Heading };

/** For a column's `onHeaderCell`, whose type knows only the attributes of a plain cell. */
export const withHeading = (heading: Heading): HTMLAttributes<HTMLTableCellElement> =>
  ({ heading }) as HTMLAttributes<HTMLTableCellElement>;

function Edge({ width, onResize }: { width: number; onResize: (width: number, kept: boolean) => void }) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const finish = (event: ReactPointerEvent) => {
    const from = drag.current;
    drag.current = null;
    if (from && event.clientX !== from.x) onResize(from.width + event.clientX - from.x, true);
  };
  return (
    <span
      className="list-edge"
      aria-hidden="true"
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (drag.current) onResize(drag.current.width + event.clientX - drag.current.x, false);
      }}
      onPointerUp={finish}
      onPointerCancel={finish}
    />
  );
}

export function HeaderCell({ heading, children, ...rest }: Props) {
  if (!heading) return <th {...rest}>{children}</th>;
  const { content, width, align, sorted, onSort, onResize } = heading;
  const title = content ?? children;
  return (
    <th {...rest} aria-sort={sorted}>
      {onSort ? (
        <button type="button" className={align ? 'list-sort number' : 'list-sort'} onClick={onSort}>
          <span>{title}</span>
          <span className="list-carets" aria-hidden="true">
            <CaretUpFilled className={sorted === 'ascending' ? 'on' : ''} />
            <CaretDownFilled className={sorted === 'descending' ? 'on' : ''} />
          </span>
        </button>
      ) : (
        title
      )}
      {onResize && width !== undefined ? <Edge width={width} onResize={onResize} /> : null}
    </th>
  );
}
