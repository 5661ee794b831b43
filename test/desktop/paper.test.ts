// What leaves the desktop: saved files, PDFs, paper; and the menu that leads there.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Native } from '../../shared/native.ts';
import { menuBlocks } from '../../shared/screens.ts';
import { type Launched, launch } from './launch.ts';

let desktop: Launched;
beforeAll(async () => {
  // Whoever exports says their name.
  desktop = await launch({ flags: ['--person', '李芳'] });
});
afterAll(() => desktop.end());

const offer = (address: string, answer: () => Response): void =>
  void desktop.session.fromPartition('any').inPlace.set(address, answer);
const html = (body: string): Response => new Response(body, { headers: { 'content-type': 'text/html' } });

type Bridged = { gridLedger: Native };

/** Offers a page that says it is ready, in place of the screens of the boards. */
function offerPrintPage(ready: string): void {
  offer('/print/boards', () =>
    html(`<!doctype html><html><meta charset="utf-8"><style>@page { size: 420mm 297mm; margin: 0 } body { margin: 0; background: #0b4a9e }</style>
        <body>指示牌<script>setTimeout(() => { document.documentElement.dataset.ready = ${JSON.stringify(ready)}; }, 100)</script>`),
  );
}

const save = (address: string): Promise<string | null> =>
  desktop.control.page().evaluate((given) => (globalThis as unknown as Bridged).gridLedger.save(given), address);

/** A real job's file: the import's empty template, asked for as a screen asks. */
const produced = (): Promise<string> =>
  desktop.control.page().evaluate(async () => {
    const call = async <Result>(procedure: string, input: unknown): Promise<Result> => {
      const response = await fetch(`/trpc/${procedure}?batch=1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ 0: input }),
      });
      return ((await response.json()) as [{ result: { data: Result } }])[0].result.data;
    };
    const { jobId } = await call<{ jobId: string }>('imports.template', undefined);
    while ((await call<{ phase: string }>('jobs.state', { id: jobId })).phase === 'running')
      await new Promise((resolve) => setTimeout(resolve, 50));
    return `/files/jobs/${jobId}`;
  });

test('a file is put where the Save dialog says, and the next dialog opens there', async () => {
  const address = await produced();
  const file = path.join(desktop.folder, '模板（留存）.xlsx');
  desktop.control.dialogAnswers.push({ canceled: false, filePath: file });
  expect(await save(address)).toBe(file);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect(existsSync(`${file}.part`)).toBe(false);
  const [first] = desktop.control.dialogsShown;
  expect(first).toMatchObject({
    kind: 'save',
    options: { title: '保存文件', filters: [{ name: 'Excel 工作簿', extensions: ['xlsx'] }] },
  });
  const name = path.basename(String(first?.options.defaultPath));
  expect(name).toMatch(/^[\u4e00-\u9fff].*\.xlsx$/);

  desktop.control.dialogAnswers.push({ canceled: true });
  expect(await save(address)).toBeNull();
  expect(desktop.control.dialogsShown.at(-1)?.options.defaultPath).toBe(path.join(desktop.folder, name));

  const reveal = (given: string): Promise<boolean> =>
    desktop.control.page().evaluate((asked) => (globalThis as unknown as Bridged).gridLedger.reveal(asked), given);
  expect(await reveal(file)).toBe(true);
  expect(await reveal(path.join(desktop.folder, 'gone.xlsx'))).toBe(false);
  expect(await reveal(String.raw`\\server\share\file.xlsx`)).toBe(false);
  expect(desktop.control.revealed).toEqual([file]);
});

test('a file that can’t be written, or isn’t there, is told by name', async () => {
  const folderInTheWay = path.join(desktop.folder, 'in-the-way.xlsx');
  mkdirSync(folderInTheWay);
  desktop.control.dialogAnswers.push({ canceled: false, filePath: folderInTheWay });
  expect(await save(await produced())).toBeNull();
  expect(desktop.control.dialogsShown.at(-1)).toMatchObject({
    kind: 'error',
    options: { title: '文件没有保存', content: expect.stringContaining('in-the-way.xlsx') as string },
  });
  expect(existsSync(`${folderInTheWay}.part`)).toBe(false);
  expect(await save('/files/jobs/none')).toBeNull();
  expect(desktop.control.dialogsShown.at(-1)?.options.content).toContain('这项工作已经结束');
});

test('a link that makes a download gets the same dialog', async () => {
  offer(
    '/files/linked',
    () =>
      new Response('whole', {
        headers: { 'content-disposition': `attachment; filename="_.csv"; filename*=UTF-8''${encodeURIComponent('名单')}.csv` },
      }),
  );
  const click = (): Promise<void> =>
    desktop.control.page().evaluate(() => {
      const link = document.createElement('a');
      link.href = '/files/linked';
      link.download = '';
      link.click();
    });
  const file = path.join(desktop.folder, '名单.csv');
  desktop.control.dialogAnswers.push({ canceled: false, filePath: file });
  await click();
  await vi.waitUntil(() => existsSync(file));
  expect(readFileSync(file, 'utf8')).toBe('whole');
  const blocked = path.join(file, 'below-a-file.csv');
  desktop.control.dialogAnswers.push({ canceled: false, filePath: blocked });
  await click();
  await vi.waitUntil(() => String(desktop.control.dialogsShown.at(-1)?.options.content).includes(blocked));
});

test('the bridge hears nothing but what it offers', async () => {
  for (const address of ['https://example.com/', '/trpc/x', '/files/../trpc/x', '/files/%2e%2e/x', String.raw`/files/..\x`])
    await expect(save(address), address).rejects.toThrow(/refused/);
  const offered = await desktop.control.page().evaluate(() => Object.keys((globalThis as unknown as Bridged).gridLedger));
  expect(offered.length).toBeLessThanOrEqual(10);
  expect(
    await desktop.control.page().evaluate(() => ['require', 'process', 'ipcRenderer'].some((name) => name in globalThis)),
  ).toBe(false);
});

test('picks a folder, or none', async () => {
  const choose = (): Promise<string | null> =>
    desktop.control.page().evaluate(() => (globalThis as unknown as Bridged).gridLedger.chooseFolder('选择备份文件夹'));
  desktop.control.dialogAnswers.push({ canceled: false, filePaths: [desktop.folder] }, { canceled: true, filePaths: [] });
  expect(await choose()).toBe(desktop.folder);
  expect(await choose()).toBeNull();
  expect(desktop.control.dialogsShown.at(-1)).toMatchObject({ kind: 'open', options: { title: '选择备份文件夹' } });
});

test('paper: prints a page once it is ready, and tells a change of mind from a failure', async () => {
  offerPrintPage('true');
  const print = (): Promise<boolean> =>
    desktop.control.page().evaluate(() => (globalThis as unknown as Bridged).gridLedger.print('/print/boards?job=1'));
  expect(await print()).toBe(true);
  expect(desktop.control.printed).toEqual([{ printBackground: true, margins: { marginType: 'none' } }]);
  offer('/print/sheet', () =>
    html('<script>Object.assign(document.documentElement.dataset, { paper: "420x297", ready: "true" })</script>'),
  );
  await desktop.control.page().evaluate(() => (globalThis as unknown as Bridged).gridLedger.print('/print/sheet?job=1'));
  expect(desktop.control.printed.at(-1)).toMatchObject({ landscape: true, pageSize: { width: 297_000, height: 420_000 } });
  desktop.control.printEnds = 'Print job canceled';
  expect(await print()).toBe(false);
  desktop.control.printEnds = 'Invalid printer settings';
  await expect(print()).rejects.toThrow(/Error: 没有打印：打印机没有接受（Invalid printer settings）/);
  expect(desktop.control.windows.filter((window) => window.visible)).toHaveLength(1);
});

test('PDF: whole pages of the page’s own size, from a hidden window that is kept, and cancellable', async () => {
  const { openPaper } = await import('../../main/desktop/hiddenWindow.ts');
  const paper = openPaper(desktop.session.fromPartition('any') as never);
  const before = desktop.control.allWindows.length;
  const bytes = await paper.renderPdf('/print/boards?job=1', new AbortController().signal);
  const [page] = (await PDFDocument.load(bytes)).getPages();
  expect((page?.getWidth() ?? 0) / 72).toBeCloseTo(420 / 25.4, 1);
  expect((page?.getHeight() ?? 0) / 72).toBeCloseTo(297 / 25.4, 1);
  await paper.renderPdf('/print/boards?job=2', new AbortController().signal);
  expect(desktop.control.allWindows.length - before).toBe(1);
  expect(desktop.control.allWindows.at(-1)?.visible).toBe(false);

  offer('/print/never', () => html('<p>never ready'));
  const controller = new AbortController();
  const endless = paper.renderPdf('/print/never', controller.signal);
  setTimeout(() => controller.abort(), 300);
  await expect(endless).rejects.toThrow();
  expect(desktop.control.allWindows.at(-1)?.isDestroyed()).toBe(true);

  offerPrintPage('error: 没有字体');
  await expect(paper.renderPdf('/print/boards?job=3', new AbortController().signal)).rejects.toThrow('没有字体');
  paper.close();
});

test('the menu is Chinese throughout, opens screens without a reload, and the log’s folder', async () => {
  type Item = { label?: string; type?: string; submenu?: Item[] };
  const walk = (items: Item[]): Item[] => items.flatMap((item) => [item, ...walk(item.submenu ?? [])]);
  const items = walk((desktop.control.menu?.items ?? []) as Item[]).filter((item) => item.type !== 'separator');
  expect(items.length).toBeGreaterThan(20);
  for (const { label } of items) expect(label).toMatch(/^[\u4e00-\u9fff]+$/);

  const page = desktop.control.page();
  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  const leadsTo = async (menu: string, label: string, address: string): Promise<void> => {
    desktop.control.clickMenu(menu, label);
    await vi.waitUntil(() => page.url().endsWith(address), { timeout: 5000 });
  };
  // Backwards, so that each leads to another screen than the one before.
  for (const screen of menuBlocks.flat().toReversed()) await leadsTo('视图', screen.title, screen.address);
  await leadsTo('文件', '导入花名册', '/imports');
  await leadsTo('文件', '备份与恢复', '/settings?tab=backup');
  expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);

  desktop.control.clickMenu('帮助', '打开日志文件夹');
  expect(desktop.control.openedPaths).toEqual([path.join(desktop.folder, '日志')]);
  expect(existsSync(path.join(desktop.folder, '日志'))).toBe(true);
  desktop.control.dialogAnswers.push({ response: 0 });
  desktop.control.clickMenu('帮助', '关于网格台账');
  expect(desktop.control.dialogsShown.at(-1)).toMatchObject({ kind: 'message', options: { title: '关于网格台账' } });
});
