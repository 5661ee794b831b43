// The files of a batch that came to one end, as the program's table.
import { useCallback, useMemo, useState } from 'react';
import type { BatchItem, BatchVerdict } from '../../../shared/photos.ts';
import { ListTable } from '../../ui/list/ListTable.tsx';
import { Empty } from '../../ui/Page.tsx';
import { State } from '../../ui/State.tsx';
import { type ListColumn, useColumns } from '../../ui/useColumns.ts';
import type { List } from '../../ui/list/useList.ts';

const notes = (item: BatchItem): string =>
  [item.worker?.hasPhoto ? '替换现有照片' : '', item.toCrop ? '待裁剪' : '', item.byHand ? '手动指定' : '']
    .filter(Boolean)
    .join('，');

/** A refusal names its file first; here that stands beside it. */
const reason = (item: BatchItem): string => item.reason.replace(`“${item.name}”`, '');

const file: ListColumn<BatchItem> = {
  key: 'name',
  title: '文件',
  width: 300,
  text: (item) => item.name,
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
      <span className="batch-file-name">{item.name}</span>
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
    width: 520,
    text: reason,
    render: (item) => <State kind="bad">{reason(item)}</State>,
  },
];

export function BatchTable(props: {
  verdict: BatchVerdict;
  items: readonly BatchItem[];
  empty: string;
  openId: number | null;
  onOpen: (item: BatchItem) => void;
}) {
  const { verdict, items, empty, openId, onOpen } = props;
  const matched = useColumns('photosMatched', matchedColumns);
  const other = useColumns('photosOther', otherColumns);
  const [selected, select] = useState<ReadonlySet<number>>(new Set());
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
    [items, verdict, look, selected],
  );
  return (
    <ListTable
      label="照片清单"
      unit="张"
      list={list}
      columns={verdict === 'matched' ? matched : other}
      openId={openId}
      onOpen={onOpen}
      empty={<Empty title={empty} />}
    />
  );
}
