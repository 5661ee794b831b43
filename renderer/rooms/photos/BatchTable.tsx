// The files of a batch that came to one end, as the program's table. Of those that are matched, what is ticked is what is uploaded.
import { type ReactNode, useCallback, useMemo } from 'react';
import type { BatchItem, BatchVerdict } from '../../../shared/photos.ts';
import { ListTable } from '../../ui/list/ListTable.tsx';
import { State } from '../../ui/State.tsx';
import { type ListColumn, useColumns } from '../../ui/useColumns.ts';
import type { List } from '../../ui/list/useList.ts';

const notes = (item: BatchItem): string =>
  [
    item.unchanged ? '与现有照片相同' : item.worker?.hasPhoto ? '替换现有照片' : '',
    item.toCrop ? '待裁剪' : '',
    item.byHand ? '手动指定' : '',
  ]
    .filter(Boolean)
    .join('，');

/** A refusal names its file first; here that stands beside it. */
const reason = (item: BatchItem): string => item.reason.replace(`“${item.name}”`, '');

const file: ListColumn<BatchItem> = {
  key: 'name',
  title: '文件',
  width: 300,
  text: (item) => (item.folder ? `${item.folder}/${item.name}` : item.name),
  render: (item) => (
    <span className="batch-file">
      {item.verdict === 'broken' ? (
        <span className="batch-face none">坏</span>
      ) : (
        <img
          className="batch-face"
          src={`/files/photos/batch/${item.id}/thumbnail?${item.width}`}
          alt=""
          width={22}
          height={31}
        />
      )}
      <span className="batch-file-name">
        {item.name}
        {item.folder ? <span className="grey">　{item.folder}</span> : null}
      </span>
    </span>
  ),
};

const matchedColumns: readonly ListColumn<BatchItem>[] = [
  file,
  { key: 'worker', title: '网格员', width: 100, text: (item) => item.worker?.name ?? '' },
  { key: 'place', title: '网格', width: 190, text: (item) => item.worker?.place ?? '未上岗' },
  {
    key: 'outcome',
    title: '说明',
    width: 230,
    text: notes,
    render: (item) => (item.toCrop ? <State kind="warn">{notes(item)}</State> : <span className="grey">{notes(item)}</span>),
  },
];

const otherColumns: readonly ListColumn<BatchItem>[] = [
  file,
  {
    key: 'reason',
    title: '原因',
    // The longest reason, of a HEIC, fits into two lines.
    width: 640,
    text: reason,
    render: (item) => (
      <span className="batch-reason">
        <State kind="bad">{reason(item)}</State>
      </span>
    ),
  },
];

export function BatchTable(props: {
  verdict: BatchVerdict;
  items: readonly BatchItem[];
  empty: ReactNode;
  openId: number | null;
  onOpen: (item: BatchItem) => void;
  onTick: (itemIds: number[], ticked: boolean) => void;
}) {
  const { verdict, items, empty, openId, onOpen, onTick } = props;
  const matched = useColumns('photosMatched', matchedColumns);
  const other = useColumns('photosOther', otherColumns);
  const selected = useMemo((): ReadonlySet<number> => new Set(items.filter(({ ticked }) => ticked).map(({ id }) => id)), [items]);
  const select = useCallback(
    (ids: ReadonlySet<number>) => {
      const added = [...ids].filter((id) => !selected.has(id));
      const removed = [...selected].filter((id) => !ids.has(id));
      if (added.length > 0) onTick(added, true);
      if (removed.length > 0) onTick(removed, false);
    },
    [onTick, selected],
  );
  const look = useCallback(() => undefined, []);
  const list = useMemo(
    (): List<BatchItem> => ({
      answer: { rows: items, total: items.length },
      total: items.length,
      rowAt: (index) => items[index],
      indexOf(id) {
        const at = items.findIndex((item) => item.id === id);
        return at < 0 ? undefined : at;
      },
      fresh: true,
      ticked: async () => items.filter(({ id }) => selected.has(id)),
      all: () => Promise.resolve([...items]),
      error: null,
      key: verdict,
      look,
      selected,
      select,
    }),
    [items, verdict, look, selected, select],
  );
  return (
    <ListTable
      label="照片清单"
      unit="张"
      list={list}
      columns={verdict === 'matched' ? matched : other}
      openId={openId}
      onOpen={onOpen}
      tick={verdict === 'matched' ? '上传' : null}
      selectionActs={<span className="grey">不勾选的不上传</span>}
      empty={empty}
    />
  );
}
