// The person's own file with its errors marked. Runs in the import's worker: it takes its time.
import { fieldTitle, type ImportField } from '../../../shared/imports/fields.ts';
import { sheetRow } from '../../../shared/imports/rowNumber.ts';
import { maskNumberIn } from '../../../shared/rules/masking.ts';
import type { RowMark } from '../../ground/excel/markErrors.ts';
import type { Header } from './header.ts';
import type { Judgement } from './judge.ts';
import { masked } from './masked.ts';
import { isTicked, issuesInWords } from './preview.ts';
import type { ImportSession } from './session.ts';
import { type MadeFile, workbookType } from '../../ground/files/download.ts';

const outcomeWords = { new: '可新增', changed: '有变更', same: '与台账相同', held: '待确认', refused: '不导入' } as const;

/** The file's name without its kind: 花名册.xls → 花名册. The stars of a masked number can't stand in a Windows file name. */
const bareName = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').replaceAll('*', '＊');

/** 已改为 what was typed over a cell, which itself is left as it was. */
function mendWords(session: ImportSession, row: number, field: ImportField, text: string): string {
  const own = String(session.fileCell(row, field) ?? '');
  const [from, to] = [own, text].map((said) => masked(field, maskNumberIn(said)) || '空');
  return ` ${from} 已改为 ${to}`;
}

export async function markedFile(session: ImportSession, judgement: Judgement): Promise<MadeFile> {
  const sheets = new Map(
    session.tables.read.map(({ sheet }) => [sheet, { headers: new Map<number, Header>(), marks: new Map<number, RowMark>() }]),
  );
  for (const { sheet, table } of session.tables.read) sheets.get(sheet)?.headers.set(table.header.firstRow, table.header);
  for (const judged of judgement.rows) {
    const read = session.tableOf(judged.row);
    const marks = read && sheets.get(read.sheet)?.marks;
    if (!marks) continue;
    const { layout, table } = read;
    const at = sheetRow(judged.row) - 1;
    const issues = issuesInWords(session, judged);
    const columnOf = (field: ImportField): number[] =>
      layout.fields.flatMap((own, index) => (own === field ? [table.firstColumn + index] : []));
    const open = issues.filter((issue) => issue.decision === null || issue.decision === 'leaveOut');
    const reasons = open.map((issue) => `${issue.column}${issue.value === '' ? '' : ` ${issue.value}`}：${issue.reason}`);
    const mended = [...session.mends.of(judged.row)].map(
      ([field, text]) => `${fieldTitle(field)}${mendWords(session, judged.row, field, text)}`,
    );
    const { picture } = judged;
    if (picture && 'fault' in picture) reasons.push(`照片不能用：${picture.fault}`);
    const photo = picture && 'hash' in picture ? session.pictures.photo(picture.hash) : null;
    const written = session.step === 'result' && isTicked(session, judged) ? '已导入' : outcomeWords[judged.outcome];
    // Two tables beside each other share their rows.
    const beside = marks.get(at);
    const own = `${table.side === '' ? '' : `${table.side}：`}${[written, ...mended, ...reasons].join('；')}`;
    marks.set(at, {
      result: beside ? `${beside.result}｜${own}` : own,
      wrong: [
        ...(beside?.wrong ?? []),
        ...open.filter((issue) => issue.level === 'refuse').flatMap((issue) => columnOf(issue.field)),
      ],
      asked: [
        ...(beside?.asked ?? []),
        ...open.filter((issue) => issue.level !== 'refuse').flatMap((issue) => columnOf(issue.field)),
      ],
      photos: [
        ...(beside?.photos ?? []),
        ...(photo ? [{ column: session.pictures.columnOfRow(judged.row) ?? -1, jpeg: photo.jpeg }] : []),
      ],
    });
  }
  // The library that writes it is fetched when asked for.
  const { writeMarked } = await import('../../ground/excel/markErrors.ts');
  return {
    name: `${bareName(session.fileName)}_导入结果.xlsx`,
    type: workbookType,
    bytes: await writeMarked(
      [...sheets].map(([sheet, { headers, marks }]) => ({ sheet, headers: [...headers.values()], marks })),
    ),
  };
}
