// `npm run pictures`: takes the README's pictures anew from the demo office: the home screen, and a board printed to PDF. They lie
// in test/pictures, in few colours so that they stay small.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { chromium, type Page } from 'playwright';
import sharp from 'sharp';
import type { AppRouter } from '../main/app.ts';
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

/** The pictures show an office PC, not this machine: its folder and its user are written over on their way to the page. */
async function asOnAnOfficeComputer(page: Page, dataFolder: string): Promise<void> {
  await page.route('**/trpc/**', async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replaceAll(`${dataFolder}/`, 'D:\\\\网格台账\\\\')
      .replaceAll(JSON.stringify(userInfo().username), '"管理员"');
    await route.fulfill({ response, body });
  });
}

async function homeScreen(page: Page): Promise<Buffer> {
  await page.getByText('已备份并核对').waitFor();
  await page.getByRole('button', { name: /^打印 \d+ 块指示牌$/ }).waitFor();
  await page.waitForLoadState('networkidle');
  return page.screenshot();
}

/** Prints one board at A4 through the program itself and turns the PDF's page into a picture. */
async function board(page: Page): Promise<Buffer> {
  const { origin } = new URL(page.url());
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { cookie };
  const client = createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${origin}/trpc`, methodOverride: 'POST', headers })],
  });
  const { rows } = await client.signboards.list.query({ size: 'a4' });
  const gridIds = rows.filter(({ worker }) => worker === boardWorker).map(({ id }) => id);
  const { jobId } = await client.signboards.print.mutate({ size: 'a4', gridIds });
  for (;;) {
    const { phase, error } = await client.jobs.state.query({ id: jobId });
    if (phase === 'done') break;
    if (phase !== 'running') throw new Error(error ?? phase);
    await setTimeout(200);
  }
  const pdf = await (await fetch(`${origin}/files/jobs/${jobId}`, { headers })).arrayBuffer();
  return execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', '-'], {
    input: new Uint8Array(pdf),
    maxBuffer: 64 * 1024 * 1024,
  });
}

const vite = path.join(root, 'node_modules/vite/bin/vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--app', '-c', 'renderer/vite.config.ts', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);
mkdirSync(folder, { recursive: true });
// Nobody's name: the demo gives its own.
const host = await startHost(['--demo'], undefined, null);
const executablePath = chromiumExecutable();
const browser = await chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) });
try {
  const page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await asOnAnOfficeComputer(page, host.folder);
  await page.goto(host.address);
  await save(await homeScreen(page), 'today.png');
  await save(await board(page), 'board.png', 794);
} finally {
  await browser.close();
  await host.stop();
}
