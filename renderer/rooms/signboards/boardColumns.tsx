// The columns of the boards' list.
import {
  type BoardRow,
  type BoardSizeName,
  boardSizes,
  photoPpi,
  problemText,
  problemWeight,
} from '../../../shared/signboards.ts';
import { kindWords } from '../../../shared/roster/words.ts';
import { Face } from '../../ui/Face.tsx';
import { State } from '../../ui/State.tsx';
import type { ListColumn } from '../../ui/useColumns.ts';

/** The worst of a board's problems decides its state; notes don't stop it. */
function stateOf(row: BoardRow): { kind: 'ok' | 'warn' | 'bad'; text: string } {
  const worst = row.problems.find(({ kind }) => problemWeight[kind] === 'block');
  if (worst) return { kind: 'bad', text: problemText(worst) };
  const doubtful = row.problems.find(({ kind }) => problemWeight[kind] === 'ask');
  if (doubtful) return { kind: 'warn', text: problemText(doubtful) };
  return { kind: 'ok', text: '可打印' };
}

const ppiText = (row: BoardRow, size: BoardSizeName): string =>
  row.photo ? `${photoPpi(row.photo.width, boardSizes[size])} ppi` : row.workerId === null ? '' : '缺';

export const boardColumns = (size: BoardSizeName): ListColumn<BoardRow>[] => [
  { key: 'grid', title: '网格', width: 170, text: (row) => row.gridName },
  { key: 'place', title: '社区/小区', width: 130, text: (row) => row.place },
  {
    key: 'worker',
    title: '网格员',
    width: 110,
    text: (row) => row.worker,
    render: (row) =>
      row.workerId === null ? (
        ''
      ) : (
        <span className="who">
          <Face hash={row.photo?.hash ?? null} name={row.worker} />
          <span className="who-name">{row.worker}</span>
        </span>
      ),
  },
  { key: 'mobile', title: '手机号码', width: 108, text: (row) => row.mobile },
  { key: 'photo', title: '照片', width: 76, align: 'right', text: (row) => ppiText(row, size) },
  {
    key: 'state',
    title: '打印前检查',
    width: 193,
    text: (row) => stateOf(row).text,
    render: (row) => {
      const { kind, text } = stateOf(row);
      return (
        <span title={text}>
          <State kind={kind}>{text}</State>
        </span>
      );
    },
  },
  { key: 'branch', title: '社区总支', width: 120, text: (row) => row.branch, optional: true },
  { key: 'kind', title: '类别', width: 64, text: (row) => (row.kind ? kindWords[row.kind] : ''), optional: true },
  { key: 'code', title: '网格编码', width: 150, text: (row) => row.gridCode, optional: true },
];
