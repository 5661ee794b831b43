// One row of the sheet, cell by cell: what each means, what was tidied on the way, and what is wrong with it. Knows the rules
// of numbers and names, nothing of the roster or the other rows.
import { sexWords } from '../../../shared/roster/words.ts';
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { Question } from '../../../shared/imports/preview.ts';
import { codeDigits, codeWanted, isCode } from '../../../shared/rules/areaCode.ts';
import { birthMonthOf, idNumberDoubts, idNumberFaults, readIdNumber, sexOf } from '../../../shared/rules/idNumber.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import { dottedMonth, monthFaults, readMonth } from '../../../shared/rules/month.ts';
import { nameFaults, readName } from '../../../shared/rules/names.ts';
import { phoneDoubt, phoneFault, readPhone } from '../../../shared/rules/phone.ts';
import { isScientific, tidyCode, withoutBlanks } from '../../../shared/rules/text.ts';
import { isFarDay } from '../../kit/farDay.ts';
import { type ReadingOptions, type RowCells, RowReading } from './rowReading.ts';

export function readRow(cells: RowCells, decisions: ReadonlyMap<Question, string>, options: ReadingOptions): RowReading {
  const row = new RowReading(cells, decisions);
  readPersonName(row);
  readNumber(row, options.today);
  readTelephone(row);
  readBirthMonth(row, options);
  readSex(row);
  readWords(row, options);
  readServiceDays(row, options);
  readPlaces(row);
  return row;
}

function readPersonName(row: RowReading): void {
  const reading = readName(row.cell('name'));
  if (reading.kind === 'empty') row.refuse('name', '', '没有姓名，无法确定是谁，请补上');
  else if (reading.kind === 'refused') row.refuse('name', row.text('name'), nameFaults[reading.fault]);
  else {
    row.values.name = reading.name;
    row.tidy('name', reading.name);
  }
}

function readNumber(row: RowReading, today: string): void {
  const reading = readIdNumber(row.cell('idNumber'), today);
  if (reading.kind === 'empty') return;
  if (reading.kind === 'refused') {
    const { fault, text } = reading;
    const telling = fault === 'sentinel' || fault === 'scientific' || fault === 'characters';
    row.refuse(
      'idNumber',
      telling ? text : maskIdNumber(text),
      `${fault === 'length' ? `共 ${text.length} 位，` : ''}${idNumberFaults[fault]}`,
    );
    return;
  }
  row.values.idNumber = reading.idNumber;
  row.tidy('idNumber', reading.idNumber);
  const masked = maskIdNumber(reading.idNumber);
  if (reading.kind === 'doubtful' && row.confirm('idNumber', masked, idNumberDoubts[reading.doubt], '按原件已核对'))
    row.values.idNumberConfirmed = true;
  if (reading.kind === 'old')
    row.convert('idNumber', maskIdNumber(reading.oldNumber), `15 位旧号码，换成 18 位是 ${masked}，请核对`, [
      { value: 'confirmed', label: '换成 18 位写入' },
    ]);
}

function readTelephone(row: RowReading): void {
  const reading = readPhone(row.cell('mobile'));
  if (reading.kind === 'refused') row.refuse('mobile', reading.text, phoneFault(reading.fault, reading.text));
  if (reading.kind === 'landline') {
    row.values.landline = reading.landline;
    row.tidy('mobile', reading.landline);
  }
  if (reading.kind !== 'mobile' && reading.kind !== 'doubtful') return;
  row.values.mobile = reading.mobile;
  row.tidy('mobile', reading.mobile);
  if (reading.kind === 'doubtful' && row.confirm('mobile', reading.mobile, phoneDoubt, '已核对，照写'))
    row.values.mobileConfirmed = true;
}

/** A month from a cell; asked where it may be two, unless `known` (from the ID number) is one of them. */
function month(
  row: RowReading,
  field: ImportField,
  { zerosLost, today }: ReadingOptions,
  known: string | null,
): { month: string; day: string | null } | null {
  const reading = readMonth(row.cell(field), zerosLost);
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'refused') {
    row.refuse(field, row.text(field), monthFaults[reading.fault]);
    return null;
  }
  if (reading.kind === 'month') {
    // A first day is asked more closely, by its day.
    if (field !== 'firstDay' && reading.month > today.slice(0, 7)) {
      row.refuse(field, row.text(field), '这个月还没有到，请核对');
      return null;
    }
    row.tidy(field, dottedMonth(reading.month));
    return reading;
  }
  if (known !== null && reading.months.includes(known)) return { month: known, day: null };
  row.convert(
    field,
    row.text(field),
    '可能是 1 月，也可能是 10 月少了一个 0，请选一个',
    reading.months.map((candidate) => ({ value: candidate, label: `是 ${dottedMonth(candidate)}` })),
  );
  const chosen = reading.months.find((candidate) => candidate === row.decision(field));
  return chosen === undefined ? null : { month: chosen, day: null };
}

function readBirthMonth(row: RowReading, options: ReadingOptions): void {
  const { idNumber } = row.values;
  const fromNumber = idNumber === undefined ? null : birthMonthOf(idNumber);
  const written = month(row, 'birthMonth', options, fromNumber);
  const settled = fromNumber ?? written?.month;
  if (settled !== undefined) row.values.birthMonth = settled;
  // Told once, on the number; which of the two is wrong only the card can say.
  if (idNumber !== undefined && fromNumber !== null && written && written.month !== fromNumber && !row.hasIssue('idNumber'))
    row.confirm(
      'idNumber',
      maskIdNumber(idNumber),
      `号码里的出生年月是 ${dottedMonth(fromNumber)}，表中写 ${dottedMonth(written.month)}，请对照原件核对`,
      '号码已核对，按号码写',
    );
}

function readSex(row: RowReading): void {
  const text = withoutBlanks(row.text('sex'));
  const fromNumber = row.values.idNumber === undefined ? null : sexOf(row.values.idNumber);
  const written = /^(男|男性|M|1)$/i.test(text) ? 'male' : /^(女|女性|F|2)$/i.test(text) ? 'female' : null;
  if (text !== '' && written === null) row.refuse('sex', text, '性别只能填“男”或“女”');
  const settled = fromNumber ?? written;
  if (settled !== null) row.values.sex = settled;
  if (written !== null && fromNumber !== null && written !== fromNumber && !row.hasIssue('idNumber'))
    row.confirm('sex', text, `身份证号里是${sexWords[fromNumber]}，请对照原件核对`, '号码已核对，按号码写');
}

function readWords(row: RowReading, options: ReadingOptions): void {
  for (const field of ['ethnicity', 'education', 'politics', 'hiringSource', 'employer'] as const) {
    const text = row.text(field);
    if (text === '' || /^[无/\-—–]$/.test(text)) continue;
    const word = options.words.wordFor(field, text);
    row.values[field] = word;
    row.tidy(field, word);
  }
  const planning = withoutBlanks(row.text('formerFamilyPlanning'));
  if (/^(是|√|✓|✔|1|有|Y)$/i.test(planning)) row.values.formerFamilyPlanning = true;
  else if (/^(否|不是|×|✗|0|N|无)$/i.test(planning)) row.values.formerFamilyPlanning = false;
  else if (planning !== '') row.refuse('formerFamilyPlanning', planning, '只能填“是”或“否”');
  const note = row.text('note');
  if (note !== '') row.values.note = note;
}

function readServiceDays(row: RowReading, options: ReadingOptions): void {
  const started = month(row, 'startedWork', options, null);
  const first = month(row, 'firstDay', options, null) ?? (options.startedWorkIsFirstDay ? started : null);
  if (started && !options.startedWorkIsFirstDay) row.values.startedWork = started.month;
  if (!first) return;
  const field = row.cell('firstDay') === null ? 'startedWork' : 'firstDay';
  const firstDay =
    first.day === null
      ? ({ day: `${first.month}-01`, precision: 'month' } as const)
      : ({ day: first.day, precision: 'day' } as const);
  if (isFarDay(options.today, firstDay.day)) row.refuse(field, row.text(field), '离今天太远，可能是年份写错了，请核对');
  else if (firstDay.day > options.today) row.refuse(field, row.text(field), '这一天还没有到，请核对');
  else row.values.firstDay = firstDay;
}

function readPlaces(row: RowReading): void {
  for (const field of ['branch', 'community', 'compound', 'gridName', 'propertyCompany'] as const) {
    const name = withoutBlanks(row.text(field));
    if (name === '' || /^[无/\-—–]$/.test(name)) continue;
    row.values[field] = name;
    row.tidy(field, name);
  }
  const cell = row.cell('gridCode');
  const code = cell === null ? '' : tidyCode(String(cell));
  if (code === '') return;
  row.tidy('gridCode', code);
  if (isScientific(code)) row.refuse('gridCode', code, '编码已被 Excel 改成科学计数，无法还原，请重新填写');
  else if (isCode(code, codeDigits.grid)) row.values.gridCode = code;
  else row.refuse('gridCode', code, `共 ${code.length} 位，${codeWanted('网格编码', codeDigits.grid)}，请核对`);
}
