// How a program ends: whoever is writing finishes, whoever comes later is told, and the lock is let go of only then.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compose, type Program } from '../../main/compose.ts';
import { connect } from '../../main/ground/office/connection.ts';
import { openDesk } from '../../main/ground/office/desk.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { temporaryFolder, testClock, tester } from '../harness/program.ts';

let temporary: ReturnType<typeof temporaryFolder>;
let program: Program;
beforeEach(async () => {
  temporary = temporaryFolder();
  program = await compose({
    folder: temporary.folder,
    clock: testClock,
    screensFolder: path.resolve(import.meta.dirname, '../../dist/renderer'),
    renderPdf: () => Promise.reject(new Error('no PDF')),
    demo: false,
    person: '测试员',
    login: tester,
  });
});
afterEach(() => temporary.remove());

const companies = (): unknown[] => {
  const desk = openDesk(temporary.folder, testClock, officeSchema);
  try {
    return desk.office().db.prepare('SELECT name FROM property_company').pluck().all();
  } finally {
    desk.close();
  }
};

test('a writer inside is waited for, what waits behind it is refused, and then the office is free', async () => {
  const { desk } = program;
  const other = connect(desk.file, 1000);
  const inside = desk.writing.pass(async () => {
    other.exec('BEGIN IMMEDIATE');
    await sleep(50);
    other.exec(`INSERT INTO property_company (uid, name) VALUES ('x', '写完的'); COMMIT`);
    other.close();
  });
  const late = desk.write(desk.office(), () => 'never');
  const closing = program.close();
  expect(() => openDesk(temporary.folder, testClock, officeSchema)).toThrow('台账正在被使用');
  await expect(late).rejects.toThrow('程序正在关闭，这一步没有保存');
  await Promise.all([inside, closing]);
  expect(companies()).toEqual(['写完的']);
});

test('who gets no further turn closes at once, and what a worker had begun is not there', () => {
  const other = connect(program.desk.file, 1000);
  other.exec(`BEGIN IMMEDIATE; INSERT INTO property_company (uid, name) VALUES ('x', '没写完')`);
  program.closeNow();
  other.close();
  expect(companies()).toEqual([]);
});

test('a write meant for an office that was swapped meanwhile is refused, not written into the next', async () => {
  const { desk } = program;
  const meant = desk.office();
  desk.startAfresh();
  await expect(desk.write(meant, () => 'never')).rejects.toThrow('台账已经换过一份，这一步没有保存');
  await program.close();
});
