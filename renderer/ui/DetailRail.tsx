// One thing beside its list: an aside in the page, not a window over it. Esc closes it and gives the keyboard back to the list.
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import './rail.css';
import { useShortcut } from './useShortcut.ts';

export function DetailRail(props: { label: string; onClose: () => void; foot?: ReactNode; children: ReactNode }) {
  const { label, onClose, foot, children } = props;
  const rail = useRef<HTMLElement>(null);
  useShortcut('Escape', onClose);
  // While the rail still stands in the document: what goes out of it takes the focus along.
  useLayoutEffect(() => {
    const element = rail.current;
    return () => {
      const focused = document.activeElement;
      if (focused === document.body || element?.contains(focused)) document.querySelector<HTMLElement>('.list')?.focus();
    };
  }, []);
  return (
    <aside className="rail" ref={rail} aria-label={label}>
      <div className="rail-body">{children}</div>
      <Button
        type="text"
        className="rail-close"
        aria-label="关闭"
        title="关闭（Esc）"
        icon={<CloseOutlined />}
        onClick={onClose}
      />
      {foot ? <div className="foot">{foot}</div> : null}
    </aside>
  );
}
