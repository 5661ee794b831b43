// What a form that doesn't fit is told, through the whole handler: Chinese words, and none of the schema library's.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOfficeSettings } from '../../shared/settings.ts';
import { openProgram } from '../harness/program.ts';

let program: ReturnType<typeof openProgram>;
beforeAll(() => {
  program = openProgram({ log: { folder: '', info: () => undefined, error: () => undefined } });
});
afterAll(() => program.close());

async function told(address: string, body: unknown): Promise<string> {
  const response = await program.fetch(`/trpc/${address}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(400);
  return ((await response.json()) as { error: { message: string } }).error.message;
}

const { quota, board, backup, office } = newOfficeSettings;
const huge = 999_999_999_999;
const long = '长'.repeat(2000);

test.each<[string, unknown, string]>([
  ['roster.places.addCommunity', { name: '甲', householdCount: huge }, '不能超过 1 亿'],
  ['roster.places.addCompound', { name: '甲', communityId: 1, buildingCount: huge }, '不能超过 1 亿'],
  ['roster.grids.add', { placeId: 1, population: huge }, '不能超过 1 亿'],
  ['roster.grids.add', { placeId: 1, population: '多' }, '请填数字'],
  ['settings.saveQuota', { ...quota, workers: huge }, '不能超过 100000'],
  ['backups.saveSettings', { ...backup, keep: huge }, '最多保留 365 份'],
  ['backups.saveSettings', { ...backup, keep: null }, '请填保留份数'],
  ['settings.saveOffice', { ...office, street: long }, '缩短到 30 字以内'],
  ['settings.saveBoard', { ...board, title: long }, '缩短到 20 字以内'],
  ['settings.saveBoard', { ...board, duties: [{ label: '', text: long }] }, '请填写职责的名称'],
  ['photos.people', { text: long }, '缩短到 50 字以内'],
  ['photos.assign', { itemId: 'x', workerId: 1.5 }, '应填数字'],
  ['backups.restore', { name: long }, ''],
  ['roster.workers.list', { asOf: '2026-09-28', limit: huge, sort: 5 }, '不能大于 500'],
  ['roster.workers.list', {}, '有一项没有填写'],
])('%s %j is refused in Chinese', async (address, body, words) => {
  const message = await told(address, body);
  expect(message).toContain(words);
  expect(message).toMatch(/^填写的内容不完整或格式不对：/);
  expect(message).not.toMatch(/[A-Za-z]/);
});
