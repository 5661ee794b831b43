// `npm run pictures`: takes the README's pictures anew from the demo office: the home screen, and a board printed to PDF. They lie
// in test/pictures, in few colours so that they stay small.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { chromiumArguments, chromiumExecutable } from './harness/chromium.ts';
import { root, startHost } from './harness/host.ts';

const folder = path.join(root, 'test/pictures');
const boardWorker = '苏艳博';

async function save(picture: Buffer, name: string, width?: number): Promise<void> {
  const file = path.join(folder, name);
  const { size } = await sharp(picture)
    .resize({ ...(width ? { width } : {}), withoutEnlargement: true })
    .png({ palette: true, colours: 128, effort: 10 })
    .toFile(file);
  process.stdout.write(`${path.relative(root, file)} ${Math.round(size / 1024)} kB\n`);
}

async function homeScreen(page: Page): Promise<Buffer> {
  await page.getByText('在岗网格员').waitFor();
  await page.waitForLoadState('networkidle');
  return page.screenshot();
}

/** Prints one grid's board at A4 through the program itself and turns the PDF's page into a picture. */
async function board(page: Page): Promise<Buffer> {
  const pdf = await page.evaluate(async (worker) => {
    const call = async (name: string, input: unknown): Promise<unknown> => {
      const response = await fetch(`/trpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const { result, error } = (await response.json()) as { result?: { data: unknown }; error?: { message: string } };
      if (error) throw new Error(error.message);
      return result?.data;
    };
    const rows = (await call('signboards.list', { size: 'A4' })) as { gridId: number; workerName: string | null }[];
    const gridIds = rows.filter(({ workerName }) => workerName === worker).map(({ gridId }) => gridId);
    const { jobId } = (await call('signboards.print', { size: 'A4', gridIds })) as { jobId: string };
    for (;;) {
      const state = (await call('jobs.state', { id: jobId })) as { phase: string; error: string | null };
      if (state.phase === 'done') break;
      if (state.phase !== 'running') throw new Error(state.error ?? state.phase);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const bytes = new Uint8Array(await (await fetch(`/files/jobs/${jobId}`)).arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  }, boardWorker);
  const temporary = mkdtempSync(path.join(tmpdir(), 'grid-ledger-pictures-'));
  try {
    writeFileSync(path.join(temporary, 'board.pdf'), Buffer.from(pdf, 'base64'));
    return execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', path.join(temporary, 'board.pdf')], {
      maxBuffer: 64 * 1024 * 1024,
    });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--app', '-c', 'renderer/vite.config.ts', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);
mkdirSync(folder, { recursive: true });
const host = await startHost(['--demo']);
const executablePath = chromiumExecutable();
const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
try {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await page.goto(host.address);
  await save(await homeScreen(page), 'today.png');
  await save(await board(page), 'board.png', 794);
} finally {
  await browser.close();
  await host.stop();
}
