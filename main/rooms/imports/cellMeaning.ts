// What a cell says before anybody asks what it means: nothing (无, a stroke), the failure of a formula, the same as above, a character
// that only their PC knows. An error is never data: where a row can't do without the field it is refused, else left out and shown.
import type { ImportField } from '../../../shared/imports/fields.ts';
import { hasPrivateUse, withoutPrivateUse } from '../../../shared/rules/hanForms.ts';
import { maskNumbersIn } from '../../../shared/rules/masking.ts';
import { type Nothing, nothingIn } from '../../../shared/rules/nothingWritten.ts';
import { hasDamage, isSeen, tidyWords, typedText } from '../../../shared/rules/text.ts';
import type { CellValue } from '../../ground/excel/book.ts';

export type CellMeaning =
  | { kind: 'value'; value: CellValue }
  /** Read as an empty cell, though something stands in it. */
  | { kind: 'nothing' }
  | { kind: 'refused'; reason: string }
  /** Goes in as `value`, once somebody has agreed. `corrected`: that isn't what stands in the cell. */
  | { kind: 'asked'; value: CellValue; corrected: boolean; reason: string; label: string };

/** Who somebody is and where they serve: without it the row would mean somebody else, or another grid. */
const deciding: ReadonlySet<ImportField> = new Set([
  'name',
  'idNumber',
  'mobile',
  'community',
  'compound',
  'gridCode',
  'gridName',
] as const);

/** No two people share these. */
const personal: ReadonlySet<ImportField> = new Set(['name', 'idNumber', 'mobile', 'gridCode'] as const);

/** Where a column asks a question, 无 and × answer it. */
const saysNo = /^(?:无|没|没有|[×xX])$/;

/** Where an ID number belongs, or is refused for what the field is. */
const numbered: ReadonlySet<ImportField> = new Set(['name', 'idNumber', 'mobile', 'gridCode'] as const);

const empty: CellMeaning = { kind: 'value', value: null };

/** ="00123": how Excel is made to keep a number as text. */
const quotedFormula = /^="([^"]*)"$/;

/** @param above what the same column says in the rows above */
export function meaningOf(field: ImportField, cell: CellValue, above: CellValue): CellMeaning {
  if (cell === null) return empty;
  const written = String(cell);
  if (hasDamage(written)) return { kind: 'refused', reason: '有乱码（�），原来的字已经丢失，请对照原件改正后再导入' };
  if (typeof cell === 'string' && !isSeen(cell)) return empty;
  const nothing = nothingIn(written);
  if (nothing !== null) return ofNothing(field, cell, nothing, above);
  if (typeof cell === 'number') return { kind: 'value', value: cell };
  const text = typedText(cell.trim().replace(quotedFormula, '$1'));
  if (!numbered.has(field)) {
    const withoutNumber = maskNumbersIn(text, 'keep');
    if (withoutNumber !== text) return ofStrayNumber(field, withoutNumber);
  }
  // A name says so itself, together with whatever else is odd about it.
  if (field === 'name' || !hasPrivateUse(text)) return { kind: 'value', value: text };
  return ofPrivateUse(text);
}

function ofNothing(field: ImportField, cell: CellValue, nothing: Nothing, above: CellValue): CellMeaning {
  if (nothing === 'error')
    return deciding.has(field)
      ? { kind: 'refused', reason: '是公式或系统出错的结果，不是填写的内容，请改正后再导入' }
      : { kind: 'nothing' };
  if (nothing === 'ditto') {
    const said = personal.has(field) ? null : meaningOf(field, above, null);
    if (said?.kind !== 'value' || said.value === null) return { kind: 'refused', reason: '没有写明是什么，请写出来' };
    const words = `写“${tidyWords(String(said.value))}”`;
    return { kind: 'asked', value: said.value, corrected: true, reason: `同上应当${words}，请核对`, label: words };
  }
  const isAnswer = field === 'formerFamilyPlanning' && (nothing === 'zero' || saysNo.test(tidyWords(String(cell))));
  // A name says itself what it isn't.
  if (field === 'name' || isAnswer) return { kind: 'value', value: cell };
  if (nothing === 'none') return { kind: 'nothing' };
  if (field === 'community') return { kind: 'refused', reason: '可能是公式没有查到内容，请改正后再导入' };
  return { kind: 'asked', value: null, corrected: true, reason: '可能是公式没有查到内容', label: '当作没有填写' };
}

/** Somebody's ID number would be read by whoever sees the place, the word or the remark. */
function ofStrayNumber(field: ImportField, withoutNumber: string): CellMeaning {
  if (field !== 'note') return { kind: 'refused', reason: '里有身份证号，不能写在这一栏，请核对是不是错了一列' };
  return {
    kind: 'asked',
    value: withoutNumber,
    corrected: true,
    reason: '备注里有身份证号，完整号码只能写在“身份证号”一栏',
    label: '遮住中间几位写入',
  };
}

function ofPrivateUse(text: string): CellMeaning {
  const likely = withoutPrivateUse(text);
  if (hasPrivateUse(likely))
    return { kind: 'asked', value: likely, corrected: false, reason: '有本机造字，别的电脑上可能看不到，请核对', label: '照写' };
  return {
    kind: 'asked',
    value: likely,
    corrected: true,
    reason: `里有旧造字，别的电脑上看不到，应该是“${likely}”`,
    label: `写“${likely}”`,
  };
}

/** What a column says from above, for the rows below: of a row that says nothing, what was said before it. */
export function saidAbove(
  above: Readonly<Partial<Record<ImportField, CellValue>>>,
  cells: Readonly<Partial<Record<ImportField, CellValue>>>,
): Partial<Record<ImportField, CellValue>> {
  const said = { ...above };
  for (const [field, cell] of Object.entries(cells) as [ImportField, CellValue][])
    if (typeof cell !== 'string' || nothingIn(cell) !== 'ditto') said[field] = cell;
  return said;
}
