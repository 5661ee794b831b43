// One row of the sheet, cell by cell: what each means, what was tidied on the way, and what is wrong with it. Knows the rules
// of numbers and names, nothing of the roster or the other rows.
import { sexWords } from '../../../shared/roster/words.ts';
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { Question } from '../../../shared/imports/preview.ts';
import { codeDigits, codeWanted, isCode } from '../../../shared/rules/areaCode.ts';
import { birthMonthOf, idNumberDoubts, idNumberFaults, readIdNumber, sexOf } from '../../../shared/rules/idNumber.ts';
import { readMaskedNumber } from '../../../shared/rules/maskedNumber.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import { dottedMonth, monthFaults, readMonth } from '../../../shared/rules/month.ts';
import { nameFaults, readName } from '../../../shared/rules/names.ts';
import { phoneDoubt, phoneFault, type PhoneReading, readPhone } from '../../../shared/rules/phone.ts';
import { halfWidth, isScientific, tidyCode, withoutBlanks } from '../../../shared/rules/text.ts';
import { birthFault, startedTooYoung } from '../../../shared/rules/workingAge.ts';
import { readCommunityOwn } from './communityOwn.ts';
import { isFarDay } from '../../kit/farDay.ts';
import { type ReadingOptions, type RowCells, RowReading } from './rowReading.ts';
import type { Wholes } from './tableRows.ts';

/**
 * @param number of the row in the import
 * @param above what the columns say in the rows above, for 同上
 * @param wholes the texts as written of cells that are struck through or hidden in part
 */
export function readRow(
  number: number,
  cells: RowCells,
  decisions: ReadonlyMap<Question, string>,
  reading: ReadingOptions,
  above: RowCells,
  wholes: Wholes,
): RowReading {
  const options = { ...reading, zerosLost: (field: ImportField): boolean => reading.zerosLost(number, field) };
  const row = new RowReading(cells, decisions, above);
  readPersonName(row);
  readNumber(row, options.today);
  readTelephone(row);
  readBirthMonth(row, options);
  readSex(row);
  readWords(row, options);
  readServiceDays(row, options);
  readPlaces(row);
  readCommunityOwn(row);
  for (const [field, whole] of Object.entries(wholes) as [ImportField, string][]) row.askRest(field, whole);
  return row;
}

function readPersonName(row: RowReading): void {
  if (row.hasIssue('name')) return;
  const reading = readName(row.cell('name'));
  if (reading.kind === 'empty') {
    row.refuse('name', '', '没有姓名，无法确定是谁，请补上');
    return;
  }
  if (reading.kind === 'refused') {
    row.refuse('name', row.text('name'), nameFaults[reading.fault]);
    return;
  }
  const { name } = reading;
  row.values.name = name;
  row.tidy('name', name);
  if (reading.kind !== 'doubtful') return;
  if (reading.corrected) row.convert('name', row.text('name'), reading.doubt, [{ value: 'confirmed', label: `姓名写“${name}”` }]);
  else row.confirm('name', name, reading.doubt, '已核对，照写');
}

function readNumber(row: RowReading, today: string): void {
  const hidden = readMaskedNumber(row.text('idNumber'));
  if (hidden !== null) {
    row.values.maskedNumber = hidden;
    return;
  }
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
  if (reading.kind === 'several') readSeveral(row, reading);
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

/** The roster keeps one mobile and one landline of a person: of several the one is chosen, and what doesn't go in is named. */
function readSeveral(row: RowReading, { mobiles, landlines, short }: Extract<PhoneReading, { kind: 'several' }>): void {
  const text = row.text('mobile');
  const [landline, ...moreLandlines] = landlines;
  if (moreLandlines.length > 0) {
    row.refuse('mobile', text, `一格里有 ${landlines.length} 个固定电话，请只留一个`);
    return;
  }
  const chosen = mobiles.find((mobile) => mobile === row.decision('mobile'));
  const mobile = mobiles.length > 1 ? chosen : mobiles[0];
  if (mobile !== undefined) row.values.mobile = mobile;
  if (landline !== undefined) row.values.landline = landline;
  row.values.otherMobiles = mobiles.filter((other) => other !== mobile);
  row.tidy('mobile', [mobile, landline].filter(Boolean).join('、'));
  const unwritten = short.length > 0 ? `，短号 ${short.join('、')} 不会写入` : '';
  if (mobiles.length > 1)
    row.convert(
      'mobile',
      text,
      `一格里有 ${mobiles.length} 个手机号码，只能写一个，请选本人的${unwritten}`,
      mobiles.map((candidate) => ({ value: candidate, label: `写 ${candidate}` })),
    );
  else if (unwritten !== '')
    row.convert('mobile', text, unwritten.slice(1), [
      { value: 'confirmed', label: `写 ${[mobile, landline].filter(Boolean).join('、')}` },
    ]);
  // Whoever chose a number has looked at it.
  const doubted = mobile !== undefined && readPhone(mobile).kind === 'doubtful';
  if (doubted && mobiles.length > 1) row.values.mobileConfirmed = true;
  else if (doubted && row.confirm('mobile', mobile, phoneDoubt, '已核对，照写')) row.values.mobileConfirmed = true;
}

/** How the one row is read. */
type RowOptions = Omit<ReadingOptions, 'zerosLost'> & { zerosLost: (field: ImportField) => boolean };

/** A month from a cell; asked where it may be two, unless `known` (from the ID number) is one of them. */
function month(
  row: RowReading,
  field: ImportField,
  { zerosLost, today }: RowOptions,
  known: string | null,
): { month: string; day: string | null } | null {
  const reading = readMonth(row.cell(field), zerosLost(field));
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'refused') {
    row.refuse(field, row.text(field), monthFaults[reading.fault]);
    return null;
  }
  if (reading.kind === 'month') {
    // A first day is asked more closely, by its day.
    const fault =
      field === 'birthMonth'
        ? birthFault(reading.month, today)
        : field === 'startedWork' && reading.month > today.slice(0, 7)
          ? '这个月还没有到，请核对'
          : null;
    if (fault !== null && known !== reading.month) {
      row.refuse(field, row.text(field), fault);
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

function readBirthMonth(row: RowReading, options: RowOptions): void {
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
  if (written !== null) row.tidy('sex', sexWords[written]);
  if (written !== null && fromNumber !== null && written !== fromNumber && !row.hasIssue('idNumber'))
    row.confirm('sex', text, `身份证号里是${sexWords[fromNumber]}，请对照原件核对`, '号码已核对，按号码写');
}

function readWords(row: RowReading, options: RowOptions): void {
  for (const field of ['ethnicity', 'education', 'politics', 'hiringSource', 'employer'] as const) {
    const text = row.text(field);
    if (text === '') continue;
    const word = options.words.wordFor(field, text);
    row.values[field] = word;
    row.tidy(field, word);
  }
  readFlag(row);
  const note = row.text('note');
  if (note === '') return;
  row.values.note = note;
  row.tidy('note', note);
}

/** Only the words of a plain answer; whatever else may mean either. */
function readFlag(row: RowReading): void {
  const field = 'formerFamilyPlanning';
  const text = withoutBlanks(halfWidth(row.text(field)));
  if (text === '') return;
  const answer = /^(是|是的|有|对|真|√|✓|✔|☑|✅|[1YT]|yes|true)$/i.test(text)
    ? true
    : /^(否|不是|没|没有|无|非|假|×|✗|✘|✕|❌|☐|□|[0NFX]|no|false)$/i.test(text)
      ? false
      : null;
  if (answer !== null) {
    row.values[field] = answer;
    row.tidy(field, answer ? '是' : '否');
    return;
  }
  row.convert(field, row.text(field), '看不出是“是”还是“否”，请选一个', [
    { value: 'yes', label: '是' },
    { value: 'no', label: '否' },
    { value: 'unsaid', label: '当作没有填写' },
  ]);
  const chosen = row.decision(field);
  if (chosen === 'yes' || chosen === 'no') row.values[field] = chosen === 'yes';
}

function readServiceDays(row: RowReading, options: RowOptions): void {
  const started = month(row, 'startedWork', options, null);
  const first = month(row, 'firstDay', options, null) ?? (options.startedWorkIsFirstDay ? started : null);
  if (started && !options.startedWorkIsFirstDay) {
    row.values.startedWork = started.month;
    const { birthMonth } = row.values;
    if (birthMonth !== undefined && startedTooYoung(birthMonth, started.month))
      row.confirm('startedWork', dottedMonth(started.month), '那时还不到 16 岁，请核对', '已核对，照写');
  }
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
    if (name === '') continue;
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
