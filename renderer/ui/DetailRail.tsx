// One thing beside its list: an aside in the page, not a window over it. Esc closes it and gives the keyboard back to the list.
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import './rail.css';
import { useShortcut } from './useShortcut.ts';

export function DetailRail(props: { label: string; onClose: () => void; foot?: ReactNode; children: ReactNode }) {
  const { label, onClose, foot, children } = props;
  const rail = useRef<HTMLElement>(null);
  useShortcut('Escape', onClose);
  useEffect(() => {
    const element = rail.current;
    return () => {
      if (element?.contains(document.activeElement)) document.querySelector<HTMLElement>('.list')?.focus();
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
