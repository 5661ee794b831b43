// Finished files are kept in memory for a while, and not without end.
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Jobs } from '../../main/ground/jobs/jobs.ts';

const owner = { office: null, person: 'login tester', login: 'tester' };

test('the oldest files are let go of where there are too many bytes of them, and say so; the newest stays', async () => {
  const jobs = new Jobs(() => undefined);
  const make = async (megabytes: number): Promise<string> => {
    const id = jobs.start(owner, '导出', () =>
      Promise.resolve({ name: '表.xlsx', type: 'application/octet-stream', bytes: new Uint8Array(megabytes * 1024 * 1024) }),
    );
    await setImmediate();
    return id;
  };
  const first = await make(100);
  const second = await make(100);
  expect(jobs.result(owner, first)).toMatchObject({ name: '表.xlsx' });
  const third = await make(100);
  expect(() => jobs.result(owner, first)).toThrow('这份文件已不再保留，请重新导出或打印。');
  for (const id of [second, third]) expect(jobs.result(owner, id)).toMatchObject({ name: '表.xlsx' });
  const huge = await make(300);
  expect(jobs.result(owner, huge)).toMatchObject({ name: '表.xlsx' });
  expect(() => jobs.result(owner, third)).toThrow('这份文件已不再保留');
});
