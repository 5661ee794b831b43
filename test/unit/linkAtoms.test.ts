// What an address says wrongly counts as not said, whoever typed it.
import { anything, assert, constantFrom, dictionary, property } from 'fast-check';
import { expect, test } from 'vitest';
import { day, flag, id, ids, listAtoms, oneOf, searchOf, text } from '../../renderer/ui/linkAtoms.ts';

test.each([
  [
    'text',
    text,
    [
      ['王', '王'],
      [138, '138'],
      [null, undefined],
      [true, undefined],
      [{}, undefined],
    ],
  ],
  [
    'id',
    id,
    [
      [3, 3],
      ['3', 3],
      [0, undefined],
      [-1, undefined],
      [1.5, undefined],
      ['', undefined],
      [true, undefined],
      ['x', undefined],
      [1e300, undefined],
    ],
  ],
  [
    'ids',
    ids,
    [
      ['1,2', '1,2'],
      ['2,1,2,02', '2,1'],
      [Array.from({ length: 20_001 }, (_, index) => index + 1).join(','), undefined],
      [7, '7'],
      ['1,,2', undefined],
      ['1,x', undefined],
      ['', undefined],
      [null, undefined],
    ],
  ],
  [
    'flag',
    flag,
    [
      [1, 1],
      ['1', undefined],
      [0, undefined],
      [true, undefined],
    ],
  ],
  [
    'day',
    day,
    [
      ['2026-09-30', '2026-09-30'],
      ['2026-02-30', undefined],
      ['2026-9-3', undefined],
      [20260930, undefined],
    ],
  ],
  [
    'oneOf',
    oneOf(['urban', 'rural']),
    [
      ['rural', 'rural'],
      ['sea', undefined],
      [undefined, undefined],
    ],
  ],
] as const)('%s', (_, atom, cases) => {
  for (const [said, meant] of cases) expect({ said, meant: atom(said) }).toEqual({ said, meant });
});

test('what is said wrongly is taken away, what is not said stays away', () => {
  const read = searchOf({ kind: oneOf(['urban', 'rural']), open: id });
  expect({ kind: 'sea', ...read({ kind: 'sea' }) }).toStrictEqual({ kind: undefined });
});

test('an address holds nothing that its screen does not know, and what it holds stays as it is when it is read again', () => {
  const read = searchOf({ ...listAtoms, kind: oneOf(['urban', 'rural']), asOf: day, workers: ids });
  assert(
    property(
      dictionary(constantFrom('search', 'sort', 'open', 'kind', 'asOf', 'workers', '__proto__', 'other'), anything()),
      (said) => {
        const once = read(said);
        expect(Object.keys(once)).not.toContain('other');
        // What was said wrongly is there, and undefined: laid over what was said, it takes it away.
        for (const key of ['search', 'sort', 'open', 'kind', 'asOf', 'workers'])
          expect(Object.hasOwn(once, key)).toBe(Object.hasOwn(said, key));
        expect(read(once)).toEqual(once);
      },
    ),
  );
});
