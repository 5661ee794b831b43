// The menu on a row: 打开, 复制, and what the screen can do with the row.
import { Dropdown } from 'antd';
import { hintOf, type Offer } from '../act.ts';

export type RowMenuAt<Row> = { row: Row; x: number; y: number };

export function RowMenu<Row>(props: {
  at: RowMenuAt<Row> | null;
  onClose: () => void;
  open: ((row: Row) => void) | undefined;
  copy: (row: Row) => void;
  offers: (row: Row) => readonly Offer[];
}) {
  const { at, onClose, open, copy, offers } = props;
  if (!at) return null;
  const own = offers(at.row);
  const every: Offer[] = [
    ...(open ? [{ name: 'open', words: '打开', shortcut: 'Enter', run: () => open(at.row) }] : []),
    { name: 'copy', words: '复制这一行', run: () => copy(at.row) },
    ...own,
  ];
  const item = (offer: Offer) => ({
    key: offer.name,
    label: offer.words,
    danger: offer.danger === true,
    disabled: offer.hindrance !== undefined,
    title: hintOf(offer) ?? '',
    ...(offer.shortcut === undefined ? {} : { extra: offer.shortcut }),
  });
  return (
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      menu={{
        items: [
          ...every.slice(0, every.length - own.length).map(item),
          ...(own.length > 0 ? [{ type: 'divider' as const }] : []),
          ...own.map(item),
        ],
        onClick: ({ key }) => {
          onClose();
          every.find(({ name }) => name === key)?.run();
        },
      }}
    >
      <span style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1 }} />
    </Dropdown>
  );
}
