// The gate before every write: one after another in the order of their coming, nobody beside somebody else, and nobody once it
// is shut.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WritingGate } from '../../main/ground/office/writingGate.ts';

test('an idle gate is passed in the very turn of whoever comes', () => {
  const gate = new WritingGate();
  const seen: string[] = [];
  void gate.pass(() => seen.push('inside'));
  seen.push('after');
  expect(seen).toEqual(['inside', 'after']);
});

test('who comes while somebody is inside waits for them, and the order of coming is kept', async () => {
  const gate = new WritingGate();
  const seen: string[] = [];
  const pass = (name: string, long: number) =>
    gate.pass(async () => {
      seen.push(`${name} in`);
      await sleep(long);
      seen.push(`${name} out`);
    });
  const turns = [pass('one', 20), pass('two', 5)];
  expect(gate.busy).toBe(true);
  turns.push(
    gate.pass(() => {
      seen.push('three');
    }),
  );
  await Promise.all(turns);
  expect(seen).toEqual(['one in', 'one out', 'two in', 'two out', 'three']);
  expect(gate.busy).toBe(false);
});

test('whoever fails inside, at once or later, lets the next one in', async () => {
  const gate = new WritingGate();
  const failing = [
    gate.pass(() => {
      throw new Error('at once');
    }),
    gate.pass(() => Promise.reject(new Error('later'))),
  ];
  const next = gate.pass(() => 'in');
  await expect(failing[0]).rejects.toThrow('at once');
  await expect(failing[1]).rejects.toThrow('later');
  expect(await next).toBe('in');
});

test('a shut gate lets finish who is inside, and refuses who waits or comes', async () => {
  const gate = new WritingGate();
  let done = false;
  const inside = gate.pass(async () => {
    await sleep(20);
    done = true;
  });
  const waiting = gate.pass(() => 'never');
  const shut = gate.shut();
  await expect(gate.pass(() => 'never')).rejects.toThrow('程序正在关闭，这一步没有保存');
  await expect(waiting).rejects.toThrow('程序正在关闭');
  await shut;
  await inside;
  expect(done).toBe(true);
});
