// The fields of the list of signboards, and what its cells say.
import { describe } from './kit/fields.ts';
import { kindWords } from './roster/words.ts';
import { isSharp } from './photoSharpness.ts';
import { type BoardRow, problemText, problemWeight } from './signboards.ts';
import { type BoardSizeName, boardSizes } from './boardSizes.ts';

export const boardFields = describe({
  grid: { kind: 'text', title: '网格', at: 'gridName', width: 164 },
  place: { kind: 'text', title: '社区/小区', width: 122 },
  worker: { kind: 'text', title: '网格员', width: 144 },
  mobile: { kind: 'phone', of: 'any', title: '手机号码', width: 108 },
  photo: { kind: 'text', title: '照片', width: 64 },
  state: { kind: 'text', title: '打印前检查', width: 199 },
  branch: { kind: 'text', title: '社区总支', width: 120, optional: true },
  kind: { kind: 'choice', words: kindWords, title: '类别', width: 64, optional: true },
  code: { kind: 'code', title: '网格编码', at: 'gridCode', width: 150, optional: true },
});

export const boardColumns = [
  'grid',
  'place',
  'worker',
  'mobile',
  'photo',
  'state',
  'branch',
  'kind',
  'code',
] as const satisfies readonly (keyof typeof boardFields)[];

/** The worst of a board's problems decides its state; notes don't stop it. */
export function boardState({ problems }: BoardRow): { kind: 'ok' | 'warn' | 'bad'; text: string } {
  const worst = problems.find(({ kind }) => problemWeight[kind] === 'block');
  if (worst) return { kind: 'bad', text: problemText(worst) };
  const doubtful = problems.find(({ kind }) => problemWeight[kind] === 'ask');
  if (doubtful) return { kind: 'warn', text: problemText(doubtful) };
  return { kind: 'ok', text: '可打印' };
}

/** How sharp a photo is depends on how large it is printed. */
export const boardTexts = (size: BoardSizeName) => ({
  photo: ({ photo, workerId }: BoardRow): string =>
    photo ? (isSharp(photo.width, boardSizes[size]) ? '清晰' : '偏小') : workerId === null ? '' : '缺',
  state: (row: BoardRow): string => boardState(row).text,
});
