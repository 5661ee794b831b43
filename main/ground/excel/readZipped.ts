// Workbooks in a zip: .xlsx of every dialect, .xlsb, .ods, .et. Whatever Excel opens is read, whichever way its parts are named.
import type { WorkBook } from 'xlsx';
import { Refusal } from '../../../shared/refusal.ts';
import type { Book, ReadSheet } from './book.ts';
import { markedAll, noMarks, withActive } from './marks.ts';
import { odsMarks } from './odsMarks.ts';
import { readPicturesXlsx } from './readPicturesXlsx.ts';
import { guardZip } from './readZipGuard.ts';
import { beyondExcel, broken, parseStored, sheetsOf } from './storedSheets.ts';
import { unfoldsBeyondExcel } from './unfolded.ts';
import { xlsxMarks } from './xlsxMarks.ts';
import { partOf, relationshipsOf, unzipParts, type ZipContainer } from './zipParts.ts';

/** @throws Refusal for a zip that is no workbook, is damaged, or unpacks beyond the bound */
export function readZipped(name: string, bytes: Uint8Array): Book {
  const container = unzipped(name, guardZip(name, bytes));
  const content = partOf(container, 'content.xml');
  if (content && unfoldsBeyondExcel(content.toString('latin1'))) throw beyondExcel(name);
  const workbook = parseStored(name, { container });
  const sheets = sheetsOf(name, workbook, sheetsWithoutCells(container, workbook));
  const part = workbookPart(workbook);
  const marked = content
    ? markedOds(container, sheets)
    : part !== null && /\.xml$/i.test(part)
      ? markedXlsx(name, container, workbook, sheets)
      : sheets;
  return { kind: 'xlsx', encoding: null, sheets: withActive(marked), pictures: readPicturesXlsx(container) };
}

function unzipped(name: string, bytes: Uint8Array): ZipContainer {
  try {
    return unzipParts(bytes);
  } catch (error) {
    if (error instanceof Error) throw broken(name);
    throw error;
  }
}

/** What the library tells of the workbook's own part, beyond its types. */
type Package = { Directory?: { workbooks?: string[] }; Workbook?: { Sheets?: { name: string; id?: string }[] } };

const workbookPart = (workbook: WorkBook): string | null =>
  (workbook as Package).Directory?.workbooks?.[0]?.replace(/^\//, '') ?? null;

/** Sheets of charts, dialogs and macros, by what the workbook says they are. */
function sheetsWithoutCells(container: ZipContainer, workbook: WorkBook): ReadonlySet<number> {
  const part = workbookPart(workbook);
  if (part === null) return new Set();
  const types = new Map(relationshipsOf(container, part).map(({ id, type }) => [id, type]));
  const listed = (workbook as Package).Workbook?.Sheets ?? [];
  return new Set(listed.flatMap(({ id = '' }, index) => ((types.get(id) ?? 'worksheet') === 'worksheet' ? [] : [index])));
}

function markedXlsx(name: string, container: ZipContainer, workbook: WorkBook, sheets: ReadSheet[]): ReadSheet[] {
  const listed = (workbook as Package).Workbook?.Sheets ?? [];
  const names = sheets.map((sheet, index) => ({ name: sheet.name, id: listed[index]?.id ?? '' }));
  const { sheets: marks, active, calculatesOnLoad, torn } = xlsxMarks(container, workbookPart(workbook) ?? '', names);
  if (torn.length > 0)
    throw new Refusal(`“${name}”的工作表“${torn.join('”“')}”不完整，可能已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx 再选择。`);
  return markedAll(sheets, marks, calculatesOnLoad).map((sheet, index) => ({ ...sheet, active: index === active }));
}

function markedOds(container: ZipContainer, sheets: ReadSheet[]): ReadSheet[] {
  const { sheets: marks, active } = odsMarks(container);
  const own = sheets.map((sheet) => marks.get(sheet.name) ?? noMarks());
  return markedAll(sheets, own, false).map((sheet) => ({ ...sheet, active: sheet.name === active }));
}
