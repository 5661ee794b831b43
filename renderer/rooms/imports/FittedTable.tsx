// A table that fills what its step leaves it and scrolls inside, its header standing still.
import { Table, type TableProps } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';

export function FittedTable<Row extends object>({ width, ...props }: TableProps<Row> & { width?: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => {
      const head = element.querySelector('.ant-table-thead')?.getBoundingClientRect().height ?? 40;
      setHeight(Math.max(80, element.clientHeight - head));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // What scrolls is antd's own element, which the keyboard can't reach where no cell holds a control.
  useLayoutEffect(() => {
    const body = frame.current?.querySelector<HTMLElement>('.ant-table-body');
    if (body) body.tabIndex = 0;
  });
  return (
    <div className="import-table" ref={frame}>
      {height > 0 ? (
        <Table<Row>
          {...props}
          size="small"
          tableLayout="fixed"
          pagination={false}
          scroll={{ y: height, ...(width === undefined ? {} : { x: width }) }}
        />
      ) : null}
    </div>
  );
}
