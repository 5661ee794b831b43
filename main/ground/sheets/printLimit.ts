// How many pages the print dialog takes at once, and what is said of a sheet that has more.
import { Refusal } from '../../../shared/refusal.ts';

/** A window holds and prints so many pages in about two seconds and 700 MB; at 250 it was 16 s and 3 GB. */
const mostPages = 100;

/** @throws Refusal where the print dialog would be too much for the window */
export function mustFitPrintDialog(pages: number): void {
  if (pages <= mostPages) return;
  throw new Refusal(`共 ${pages} 页，超过打印窗口一次能打的 ${mostPages} 页。请筛选后分批打印，或者“存为 PDF”，打开后再打印。`, {
    instead: 'pdf',
  });
}
