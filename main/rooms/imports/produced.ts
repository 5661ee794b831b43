// The two workbooks the import hands out: the person's own file with its errors marked, and the program's template.
import { fieldTitles, type ImportField, importFields } from '../../../shared/imports/fields.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { DictionaryName } from '../../../shared/roster/words.ts';
import type { TemplateColumn } from '../../ground/excel/importTemplate.ts';
import type { RowMark } from '../../ground/excel/markErrors.ts';
import { markInWorker } from '../../ground/excel/markInWorker.ts';
import type { Office } from '../../ground/office/office.ts';
import { listPlaceNames, listWords } from '../roster/survey.ts';
import type { Judgement } from './judge.ts';
import { isTicked, issuesInWords } from './preview.ts';
import type { ImportSession } from './session.ts';

/** A workbook as the screen saves it. */
type Workbook = { name: string; type: string; bytes: Uint8Array };

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const outcomeWords = { new: '可新增', changed: '有变更', same: '与台账相同', held: '待确认', refused: '不导入' } as const;

/** The file's name without its kind: 花名册.xls → 花名册. The stars of a masked number can't stand in a Windows file name. */
const bareName = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').replaceAll('*', '＊');

export async function markedFile(session: ImportSession, judgement: Judgement, signal: AbortSignal): Promise<Workbook> {
  const { header } = session;
  if (!header) throw new Refusal('还没有指定表头，请先返回识别表头。');
  const marks = new Map<number, RowMark>();
  for (const judged of judgement.rows) {
    const issues = issuesInWords(session, judged);
    const columnOf = (field: ImportField): number[] => session.fields.flatMap((own, index) => (own === field ? [index] : []));
    const open = issues.filter((issue) => issue.decision === null || issue.decision === 'leaveOut');
    const reasons = open.map((issue) => `${issue.column}${issue.value === '' ? '' : ` ${issue.value}`}：${issue.reason}`);
    const written = session.step === 'result' && isTicked(session, judged) ? '已导入' : outcomeWords[judged.outcome];
    marks.set(judged.row - 1, {
      result: [written, ...reasons].join('；'),
      wrong: open.filter((issue) => issue.level === 'refuse').flatMap((issue) => columnOf(issue.field)),
      asked: open.filter((issue) => issue.level !== 'refuse').flatMap((issue) => columnOf(issue.field)),
    });
  }
  return {
    name: `${bareName(session.fileName)}_导入结果.xlsx`,
    type: xlsx,
    bytes: await markInWorker({ sheet: session.sheet, header, marks }, signal),
  };
}

const required = new Set<ImportField>(['community', 'name']);

const remarks: Partial<Record<ImportField, string>> = {
  compound: '小区网格填写',
  gridCode: '15 位',
  birthMonth: '如 1985.03',
  idNumber: '18 位，文本',
  mobile: '11 位手机，或 0539-2251234',
  startedWork: '如 2016.11',
  firstDay: '如 2019-12-01',
};

const widths: Partial<Record<ImportField, number>> = {
  idNumber: 22,
  gridCode: 18,
  mobile: 15,
  hiringSource: 24,
  community: 18,
  compound: 20,
  note: 20,
  formerFamilyPlanning: 14,
};

const dictionaryOf: Partial<Record<ImportField, DictionaryName>> = {
  ethnicity: 'ethnicity',
  education: 'education',
  politics: 'politics',
  hiringSource: 'hiringSource',
  employer: 'employer',
};

export async function templateFile(office: Office): Promise<Workbook> {
  const words = listWords(office);
  const places = listPlaceNames(office);
  const choicesOf = (field: ImportField): string[] => {
    const dictionary = dictionaryOf[field];
    if (dictionary) return words.filter((word) => word.dictionary === dictionary).map((word) => word.value);
    if (field === 'sex') return ['男', '女'];
    if (field === 'formerFamilyPlanning') return ['是', '否'];
    if (field === 'community' || field === 'compound')
      return places.filter((place) => place.level === field).map((place) => place.name);
    return [];
  };
  const columns = importFields.map(
    (field): TemplateColumn => ({
      title: fieldTitles[field],
      remark: remarks[field] ?? '',
      required: required.has(field),
      width: widths[field] ?? Math.max(10, fieldTitles[field].length * 2 + 2),
      choices: choicesOf(field),
    }),
  );
  // Fetched when asked for: the workbook library would cost every start a tenth of a second.
  const { writeTemplate } = await import('../../ground/excel/importTemplate.ts');
  return { name: '网格员导入模板.xlsx', type: xlsx, bytes: await writeTemplate('网格员', columns) };
}
