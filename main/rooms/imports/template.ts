// The program's own workbook for an import: the columns it knows, and the office's words and places to choose from.
import { communityOwn, dictionaryOf, fieldTitle, type ImportField, importFields } from '../../../shared/imports/fields.ts';
import { maskNumbersIn } from '../../../shared/rules/masking.ts';
import { sexWords } from '../../../shared/roster/words.ts';
import type { TemplateColumn } from '../../ground/excel/importTemplate.ts';
import type { Office } from '../../ground/office/office.ts';
import { listPlaceNames, listWords } from '../roster/survey.ts';
import { type MadeFile, workbookType } from '../../ground/files/download.ts';

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

export async function templateFile(office: Office): Promise<MadeFile> {
  const words = listWords(office);
  const places = listPlaceNames(office, office.clock.today());
  const choicesOf = (field: ImportField): string[] => {
    const dictionary = dictionaryOf(field);
    if (dictionary) return words.filter((word) => word.dictionary === dictionary).map((word) => word.value);
    if (field === 'sex') return Object.values(sexWords);
    if (field === 'formerFamilyPlanning') return ['是', '否'];
    if (field === 'community' || field === 'compound')
      return places.filter((place) => place.level === field).map((place) => place.name);
    return [];
  };
  const columns = importFields
    .filter((field) => !communityOwn.some((own) => own === field))
    .map(
      (field): TemplateColumn => ({
        title: fieldTitle(field),
        remark: remarks[field] ?? '',
        required: required.has(field),
        width: widths[field] ?? Math.max(10, fieldTitle(field).length * 2 + 2),
        // It goes to others: a number that somebody typed as a word stays here.
        choices: choicesOf(field).filter((choice) => maskNumbersIn(choice, 'judge') === choice),
      }),
    );
  // Fetched when asked for: the workbook library would cost every start a tenth of a second.
  const { writeTemplate } = await import('../../ground/excel/importTemplate.ts');
  return { name: '网格员导入模板.xlsx', type: workbookType, bytes: await writeTemplate('网格员', columns) };
}
