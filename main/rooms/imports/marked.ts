// The person's own file with its errors marked. Runs in the import's worker: it takes its time.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { RowMark } from '../../ground/excel/markErrors.ts';
import type { Judgement } from './judge.ts';
import { isTicked, issuesInWords } from './preview.ts';
import type { ImportSession } from './session.ts';
import { type MadeFile, workbookType } from '../../ground/files/download.ts';

const outcomeWords = { new: '可新增', changed: '有变更', same: '与台账相同', held: '待确认', refused: '不导入' } as const;

/** The file's name without its kind: 花名册.xls → 花名册. The stars of a masked number can't stand in a Windows file name. */
const bareName = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').replaceAll('*', '＊');

export async function markedFile(session: ImportSession, judgement: Judgement): Promise<MadeFile> {
  const { header } = session;
  if (!header) throw new Refusal('还没有指定表头，请先返回识别表头。');
  const marks = new Map<number, RowMark>();
  for (const judged of judgement.rows) {
    const issues = issuesInWords(session, judged);
    const columnOf = (field: ImportField): number[] => session.fields.flatMap((own, index) => (own === field ? [index] : []));
    const open = issues.filter((issue) => issue.decision === null || issue.decision === 'leaveOut');
    const reasons = open.map((issue) => `${issue.column}${issue.value === '' ? '' : ` ${issue.value}`}：${issue.reason}`);
    if (judged.picture && 'fault' in judged.picture) reasons.push(`照片不能用：${judged.picture.fault}`);
    const written = session.step === 'result' && isTicked(session, judged) ? '已导入' : outcomeWords[judged.outcome];
    marks.set(judged.row - 1, {
      result: [written, ...reasons].join('；'),
      wrong: open.filter((issue) => issue.level === 'refuse').flatMap((issue) => columnOf(issue.field)),
      asked: open.filter((issue) => issue.level !== 'refuse').flatMap((issue) => columnOf(issue.field)),
      photo: judged.picture && 'hash' in judged.picture ? session.pictures.photo(judged.picture.hash).jpeg : null,
    });
  }
  // The library that writes it is fetched when asked for.
  const { writeMarked } = await import('../../ground/excel/markErrors.ts');
  return {
    name: `${bareName(session.fileName)}_导入结果.xlsx`,
    type: workbookType,
    bytes: await writeMarked({ sheet: session.sheet, header, marks, photoColumn: session.pictures.choice.column }),
  };
}
