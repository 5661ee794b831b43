// What a start keeps of the code it compiled is a help and never a condition: broken, emptied or refused, the host starts as before.
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startHost } from '../harness/host.ts';
import { temporaryFolder } from '../harness/program.ts';

let cache: ReturnType<typeof temporaryFolder>;
let office: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  [cache, office] = [temporaryFolder(), temporaryFolder()];
  vi.stubEnv('XDG_CACHE_HOME', cache.folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const each of [cache, office]) each.remove();
});

async function startsAndStops(): Promise<void> {
  const host = await startHost([], office.folder);
  expect((await fetch(host.address, { redirect: 'manual' })).status).toBe(200);
  expect(await host.stop()).toBe(0);
}

const kept = (): string[] =>
  readdirSync(cache.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

test('a session that ends keeps what it compiled, outside the office’s folder', async () => {
  await startsAndStops();
  expect(kept().length).toBeGreaterThan(5);
  expect(readdirSync(office.folder, { recursive: true }).join()).not.toContain('cache');
});

const damages: Record<string, (file: string) => void> = {
  'cut short': (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  emptied: (file) => writeFileSync(file, ''),
  'changed by a byte': (file) => {
    const bytes = readFileSync(file);
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 0xff;
    writeFileSync(file, bytes);
  },
  'something else': (file) => writeFileSync(file, 'x'.repeat(4096)),
};
test.each(Object.keys(damages))('compiled code that is %s is left aside', async (damage) => {
  await startsAndStops();
  for (const file of kept()) damages[damage]?.(file);
  await startsAndStops();
});

test('where nothing can be kept it starts all the same', async () => {
  writeFileSync(path.join(cache.folder, 'grid-ledger'), '');
  await startsAndStops();
});
