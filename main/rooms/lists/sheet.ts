// A list's frame and rows: titled after the street, headed as the screen's columns are, and saying what it was narrowed to,
// as the file's name does.
import type { ListSheetRequest } from '../../../shared/kit/listSheet.ts';
import { sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { beside } from '../../../shared/rules/text.ts';
import { maskNumbersIn } from '../../../shared/rules/masking.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Frame, Row } from '../../ground/sheets/frame.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Listed } from '../../kit/listed.ts';
import type { SheetColumn } from '../../kit/sheet.ts';
import type { SheetTask } from '../../kit/sheetWork.ts';

export type ListSheetTask = SheetTask & { request: ListSheetRequest; unit: Settings['office'] };

/** Wider than this many columns a list goes onto A3. */
const columnsOnA4 = 12;

/** @throws Refusal where no list has the name */
export function listNamed(lists: readonly Listed[], name: string): Listed {
  const list = lists.find((one) => one.name === name);
  if (!list) throw new Refusal('没有这个名单，请刷新后再导出。');
  return list;
}

/** How many rows go out. @throws Refusal where there are none, or some of the selected ones are gone */
export function rowsToGo(
  list: Listed,
  office: Office,
  { question, ids, format }: Pick<ListSheetRequest, 'question' | 'ids' | 'format'>,
): number {
  const count = list.asked(question).count(office, ids);
  if (count === 0) throw new Refusal(`${list.title}里没有可以${beside(sheetVerbs[format], '的内容')}，请改筛选条件。`);
  return count;
}

export function frameOf(
  list: Listed,
  columns: readonly SheetColumn[],
  { request, unit, asOf }: { request: ListSheetRequest; unit: Settings['office']; asOf: string },
): Frame {
  return {
    name: list.title,
    title: `${unit.street}${list.title}`,
    unit: unit.unit,
    asOf,
    measure: list.measure,
    // Whom somebody chose comes first: no name of a file is so short that it loses that. A search for an ID number is said, but not the number.
    scope: [
      ...(request.ids ? [`所选 ${request.ids.length} ${list.measure ?? '行'}`] : []),
      ...(request.narrowed ? [maskNumbersIn(request.narrowed, 'judge')] : []),
    ].join('、'),
    phone: unit.phone,
    paper: columns.length > columnsOnA4 ? 'A3' : 'A4',
    columns,
  };
}

export function sheetOf(
  lists: readonly Listed[],
  office: Office,
  { request, unit }: Pick<ListSheetTask, 'request' | 'unit'>,
): { frame: Frame; rows: () => Iterable<Row>; holders: () => number[] } {
  const list = listNamed(lists, request.list);
  const asked = list.asked(request.question);
  const columns = asked.columns(request.columns);
  return {
    frame: frameOf(list, columns, { request, unit, asOf: asked.asOf(office) }),
    rows: () => asked.rows(office, columns, request.ids),
    // Lists mask them.
    holders: () => [],
  };
}
