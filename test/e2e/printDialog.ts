// Stands in the place of the browser's print dialog: what it would print is noted as the words of each page, and it closes at once.
import { expect, type Page } from 'playwright/test';

type Printing = { printed?: string[][] };

/** @returns does what prints, and resolves to the pages that stood in the dialog */
export async function watchPrinting(page: Page): Promise<(start: () => Promise<void>) => Promise<string[]>> {
  await page.addInitScript(() => {
    if (window === window.top) return;
    window.print = () => {
      const pages = Array.from(document.querySelectorAll('.drawn'), ({ textContent }) => textContent);
      ((window.top as Printing).printed ??= []).push(pages);
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  const printed = (): Promise<string[][]> => page.evaluate(() => (globalThis as Printing).printed ?? []);
  return async (start) => {
    const before = (await printed()).length;
    await start();
    await expect.poll(async () => (await printed()).length, { timeout: 30_000 }).toBe(before + 1);
    return (await printed())[before] ?? [];
  };
}
