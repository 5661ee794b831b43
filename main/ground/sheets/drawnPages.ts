// A framed sheet as drawn pages, one after the other, from the same layout as its workbook: what wraps in the one wraps in the other.
// Rows are gone through three times (measured, counted by pages, drawn), so that none need be held.
import { setImmediate } from 'node:timers/promises';
import { lacking } from '../../../shared/drawing/glyphs.ts';
import { damagedPhoto } from '../../../shared/drawing/printed.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { entriesOf } from './entries.ts';
import { type Frame, type Row, signatureLabels, unitLine } from './frame.ts';
import { isJpeg } from './jpeg.ts';
import { Measure } from './layout.ts';
import { drawable, fallOnPages } from './pages.ts';
import { SheetDrawing, type SheetPage } from './sheetDrawing.ts';

/**
 * @param rows is asked for three times and must give the same each time
 * @param progress told how many rows are drawn
 * @param counted told how many pages there are, before the first is drawn
 * @throws Refusal naming the first character that the fonts lack, or the first photo that is damaged, and its row
 */
export async function* drawnPages(
  frame: Frame,
  rows: () => Iterable<Row>,
  progress: (rows: number) => void,
  counted: (pages: number) => void = () => undefined,
): AsyncGenerator<SheetPage> {
  mustBeDrawn('标题', frame.title);
  mustBeDrawn('填报单位', [...unitLine(frame), ...signatureLabels(frame)].join(''));
  for (const { title, group } of frame.columns) mustBeDrawn('表头', `${group ?? ''}${title}`);
  const measure = new Measure(frame.columns);
  let number = 0;
  for (const entry of entriesOf(frame, rows())) {
    if (entry.kind === 'row') {
      number++;
      for (const [index, cell] of entry.row.entries())
        if (typeof cell === 'string') mustBeDrawn(`第 ${number} 行“${frame.columns[index]?.title ?? ''}”`, cell);
        else if (cell instanceof Uint8Array && !isJpeg(cell)) throw new Refusal(damagedPhoto(`${number}-${index}`));
    }
    measure.add(entry);
  }
  const layout = measure.layout(frame);
  let count = 0;
  for (const _ of fallOnPages(frame, layout, rows())) count++;
  counted(count);
  const sheet = new SheetDrawing(frame, layout);
  let done = 0;
  for (const placed of fallOnPages(frame, layout, rows())) {
    done++;
    yield sheet.page(placed, done, count);
    progress(placed.at(-1)?.number ?? 0);
    // oxlint-disable-next-line no-await-in-loop -- whoever wants to stop is heard between two pages
    await setImmediate();
  }
}

function mustBeDrawn(where: string, text: string): void {
  if (lacking(text) === null) return;
  const missing = lacking(drawable(text).replaceAll('\n', ''));
  if (missing === null) return;
  const code = (missing.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  throw new Refusal(`${where}里的“${missing}”（U+${code}）字库中没有，印不出来。请改正后再打印，或导出 Excel 打印。`);
}
