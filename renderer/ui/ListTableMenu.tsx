// The menu on a row: 打开, 复制, and what the screen can do with the row.
import { Dropdown } from 'antd';

export type MenuAct = { key: string; label: string; danger?: boolean; disabled?: boolean; run: () => void };
export type RowMenuAt<Row> = { row: Row; x: number; y: number };

export function RowMenu<Row>(props: {
  at: RowMenuAt<Row> | null;
  onClose: () => void;
  open: (row: Row) => void;
  copy: (row: Row) => void;
  acts: ((row: Row) => MenuAct[]) | undefined;
}) {
  const { at, onClose, open, copy, acts } = props;
  if (!at) return null;
  const own = acts?.(at.row) ?? [];
  const every: MenuAct[] = [
    { key: 'open', label: '打开', run: () => open(at.row) },
    { key: 'copy', label: '复制这一行', run: () => copy(at.row) },
    ...own,
  ];
  const item = ({ key, label, danger = false, disabled = false }: MenuAct) => ({ key, label, danger, disabled });
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      menu={{
        items: [...every.slice(0, 2).map(item), ...(own.length > 0 ? [{ type: 'divider' as const }] : []), ...own.map(item)],
        onClick: ({ key }) => {
          onClose();
          every.find((act) => act.key === key)?.run();
        },
      }}
    >
      <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}
