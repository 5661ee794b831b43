// Backups through the whole handler: handed-over files of any size, restores as jobs, a damaged office that still answers.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dailyIsDue } from '../../main/rooms/backups/daily.ts';
import { openProgram, temporaryFolder } from '../harness/program.ts';

type Program = ReturnType<typeof openProgram>;
let folder: string;
let remove: () => void;
let program: Program;
beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  program = openProgram({ folder });
  await program.caller.welcome.found({
    street: '青山街道',
    unit: '青山街道办事处',
    areaCode: '',
    quota: {
      communities: null,
      compounds: null,
      urbanGrids: null,
      ruralGrids: null,
      workers: null,
      workersCountedBy: 'person' as const,
    },
  });
});
afterEach(() => {
  program.close();
  remove();
});

async function finished(jobId: string): Promise<string | null> {
  for (;;) {
    const { phase, error } = await program.caller.jobs.state({ id: jobId });
    if (phase !== 'running') return phase === 'done' ? null : (error ?? phase);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const unit = async (): Promise<string> => (await program.caller.settings.read()).office.unit;
const rename = async (to: string): Promise<void> => {
  const { office } = await program.caller.settings.read();
  await program.caller.settings.saveOffice({ ...office, unit: to });
};
async function backUp(): Promise<string> {
  expect(await finished(await program.caller.backups.backUpNow())).toBeNull();
  return (await program.caller.backups.list())[0]?.name ?? '';
}
const hand = async (bytes: Uint8Array): Promise<string> => {
  const answer = await program.fetch('/files/restore', { method: 'POST', body: new Uint8Array(bytes) });
  return ((await answer.json()) as { id: string }).id;
};

test('a file handed over is examined against the present and restored', async () => {
  const name = await backUp();
  const bytes = readFileSync(path.join(program.desk.defaultBackupFolder, name));
  await rename('改名后的办事处');
  const id = await hand(bytes);
  const { candidate, present } = await program.caller.backups.examine({ from: 'received', id });
  expect([candidate.unit, present?.unit]).toEqual(['青山街道办事处', '改名后的办事处']);
  expect(present?.lastAuditLine).toBeGreaterThan(candidate.lastAuditLine);
  expect(await finished(await program.caller.backups.restore({ from: 'received', id }))).toBeNull();
  expect(await unit()).toBe('青山街道办事处');
  await expect(program.caller.backups.examine({ from: 'received', id })).rejects.toThrow('已过期');
});

const inFolder = (...names: string[]) => path.join(folder, ...names);

test('what a restore leaves is listed with size and age, and goes for good when that is said, and nothing else', async () => {
  const bytes = readFileSync(path.join(program.desk.defaultBackupFolder, await backUp()));
  expect(await program.caller.backups.setAside()).toEqual([]);
  expect(await finished(await program.caller.backups.restore({ from: 'received', id: await hand(bytes) }))).toBeNull();
  await hand(bytes);
  writeFileSync(inFolder('换下的数据', '20260101_080000_office.gridledger'), 'abcd');
  writeFileSync(inFolder('换下的数据', '20260101_080000_office.gridledger-wal'), 'ef');
  writeFileSync(inFolder('换下的数据', '我的文件.xlsx'), 'x');
  writeFileSync(inFolder('待恢复', '我的文件.gridledger'), 'x');
  const listed = await program.caller.backups.setAside();
  expect(listed.map(({ place }) => place).toSorted()).toEqual(['aside', 'aside', 'received']);
  expect(listed.find(({ name }) => name.startsWith('20260101'))).toEqual({
    place: 'aside',
    name: '20260101_080000_office.gridledger',
    at: new Date(2026, 0, 1, 8).toISOString(),
    bytes: 6,
  });
  expect(listed.find(({ place }) => place === 'received')?.bytes).toBe(bytes.byteLength);

  const backups = (await program.caller.backups.list()).map(({ name }) => name);
  const files = listed.map(({ place, name }) => ({ place, name }));
  expect(await program.caller.backups.clearSetAside({ files })).toEqual({ cleared: 3 });
  expect(await program.caller.backups.setAside()).toEqual([]);
  expect(readdirSync(inFolder('换下的数据'))).toEqual(['我的文件.xlsx']);
  expect(readdirSync(inFolder('待恢复'))).toEqual(['我的文件.gridledger']);
  expect((await program.caller.backups.list()).map(({ name }) => name)).toEqual(backups);
  expect(await unit()).toBe('青山街道办事处');
});

test('nothing is cleared that isn’t listed, without a backup known to be whole, or of an office that can’t be read', async () => {
  const name = '20260101_080000_office.gridledger';
  mkdirSync(inFolder('换下的数据'));
  writeFileSync(inFolder('换下的数据', name), 'abcd');
  const clear = (place: 'aside' | 'received', which: string) =>
    program.caller.backups.clearSetAside({ files: [{ place, name: which }] });
  await expect(clear('aside', name)).rejects.toThrow('请先点“立即备份”');
  await backUp();
  for (const other of ['../office.gridledger', 'office.gridledger', '../备份', `${name}/../../office.gridledger`, `${name}-wal`])
    await expect(clear('aside', other)).rejects.toThrow('已经不在了');
  await expect(clear('received', name)).rejects.toThrow('已经不在了');
  program.close();
  writeFileSync(inFolder('office.gridledger'), 'x'.repeat(8192));
  program = openProgram({ folder });
  expect(await program.caller.backups.setAside()).toHaveLength(1);
  await expect(clear('aside', name)).rejects.toThrow();
  expect(existsSync(inFolder('换下的数据', name))).toBe(true);
});

test('a folder that leads elsewhere, or where backups are kept, is none to be cleared', async () => {
  const name = '20260101_080000_office.gridledger';
  const elsewhere = inFolder('别处');
  mkdirSync(elsewhere);
  writeFileSync(path.join(elsewhere, name), 'abcd');
  symlinkSync(elsewhere, inFolder('换下的数据'), 'junction');
  expect(await program.caller.backups.setAside()).toEqual([]);
  rmSync(inFolder('换下的数据'));
  mkdirSync(inFolder('换下的数据'));
  writeFileSync(inFolder('换下的数据', name), 'abcd');
  expect(await program.caller.backups.setAside()).toHaveLength(1);
  await program.caller.backups.saveSettings({ folder: inFolder('换下的数据'), daily: true, keep: 9 });
  expect(await program.caller.backups.setAside()).toEqual([]);
});

test('a file that is none of ours is refused in the job’s own words', async () => {
  const id = await hand(new TextEncoder().encode('这不是数据库'.repeat(300)));
  await expect(program.caller.backups.examine({ from: 'received', id })).rejects.toThrow('不是网格台账的数据文件');
  expect(await finished(await program.caller.backups.restore({ from: 'received', id }))).toContain('不是网格台账的数据文件');
  expect(await unit()).toBe('青山街道办事处');
});

test('a file that can’t be kept on its way in is refused with the folder’s name', async () => {
  writeFileSync(path.join(folder, '待恢复'), 'a file where a folder belongs');
  const answer = await program.fetch('/files/restore', { method: 'POST', body: 'x' });
  expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
    422,
    expect.stringMatching(/文件没有读入.*同名.*待恢复/),
  ]);
});

test('names from outside lead nowhere but into the backup folder', async () => {
  await expect(program.caller.backups.check({ name: '../office.gridledger' })).rejects.toThrow('已经不在');
  for (const name of ['../office.gridledger', '..\\office.gridledger', 'a\0b'])
    await expect(program.caller.backups.examine({ from: 'folder', name })).rejects.toThrow();
});

test('a damaged office answers with its state, its backups and a restore, also from a folder of its own', async () => {
  const own = temporaryFolder();
  await program.caller.backups.saveSettings({ folder: own.folder, daily: true, keep: 5 });
  const name = await backUp();
  program.close();
  const file = openSync(path.join(folder, 'office.gridledger'), 'r+');
  writeSync(file, Buffer.alloc(20 * 4096, 7), 0, 20 * 4096, 4096);
  closeSync(file);
  program = openProgram({ folder });
  expect(await program.caller.backups.state()).toMatchObject({
    damage: expect.stringContaining('已损坏'),
    backupFolder: own.folder,
  });
  await expect(program.caller.settings.read()).rejects.toThrow('已损坏');
  expect((await program.caller.backups.check({ name })).check).toMatchObject({ facts: { unit: '青山街道办事处' } });
  expect(await finished(await program.caller.backups.restore({ from: 'folder', name }))).toBeNull();
  expect(await unit()).toBe('青山街道办事处');
  await expect(program.caller.backups.startAfresh()).rejects.toThrow('没有损坏');
  // Who sits there isn't known any more: a damaged office told nobody.
  await program.caller.people.sitDown({ name: '测试员' });
  // A disk pulled out: its last backup is still known, and none of today's is missed in it.
  expect(dailyIsDue(program.desk)).toBe(true);
  rmSync(own.folder, { recursive: true });
  expect((await program.caller.backups.state()).newest?.name).toBe(name);
  expect(await program.caller.backups.list()).toEqual([]);
  expect(await finished(await program.caller.backups.backUpNow())).toContain('不存在');
  expect((await program.caller.backups.state()).failure?.message).toContain('不存在');
});
