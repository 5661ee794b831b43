// Every call of the program asked with far too much of everything that it takes: long texts of kinds that patterns stumble over, long
// lists, deep nesting, many calls at once, bodies without an end. Each is refused in words, at once, and the program goes on.
import { z } from 'zod';
import { appRouter } from '../../main/app.ts';
import type { AttackedProgram } from './program.ts';
import { wordFaults } from './verdicts.ts';

const long = 100_000;
/** What a search for patterns may go back and forth over. */
const texts: Readonly<Record<string, string>> = {
  digits: '1'.repeat(long),
  'digits and spaces': '1 '.repeat(long / 2),
  'digits and dashes': '1-'.repeat(long / 2),
  spaces: ' '.repeat(long),
  brackets: '（('.repeat(long / 2),
  characters: '东'.repeat(long),
  'characters and digits': '东1'.repeat(long / 2),
  separators: '、/；'.repeat(long / 3),
  marks: '%_*"\'\\'.repeat(long / 6),
};

type Shape = { type?: string | string[]; properties?: Record<string, Shape>; anyOf?: Shape[]; items?: Shape };

/** A value of a shape's kind that is far too large. */
function large(shape: Shape, text: string): unknown {
  const [first] = shape.anyOf ?? [];
  if (first) return large(first, text);
  if (shape.properties)
    return Object.fromEntries(Object.entries(shape.properties).map(([key, each]) => [key, large(each, text)]));
  if (shape.type === 'array') return Array.from({ length: long }, (_, index) => index + 1);
  if (shape.type === 'number' || shape.type === 'integer') return 1e300;
  if (shape.type === 'boolean') return true;
  return text;
}

type Asked = { path: string; shape: Shape };

/** What changes which office is open stays out. */
const spared = /^(welcome\.|backups\.(startAfresh|restore))/;

function everyCall(): Asked[] {
  const { procedures } = appRouter._def as unknown as { procedures: Record<string, { _def: { inputs: readonly unknown[] } }> };
  return Object.entries(procedures).flatMap(([path, { _def }]) => {
    if (spared.test(path)) return [];
    const shapes = _def.inputs.map(
      (input) => z.toJSONSchema(input as z.ZodType, { unrepresentable: 'any', io: 'input' }) as Shape,
    );
    return [
      {
        path,
        shape: { properties: Object.assign({}, ...shapes.map(({ properties }) => properties ?? {})) as Record<string, Shape> },
      },
    ];
  });
}

/** The calls, each with each text. @param every all texts; else one a call, in turn */
export function tooMuchOf(every: boolean): { what: string; attack: (program: AttackedProgram) => Promise<string[]> }[] {
  return everyCall().flatMap(({ path, shape }, index) =>
    Object.entries(texts)
      .filter((_, at) => every || at === index % Object.keys(texts).length)
      .map(([kind, text]) => ({
        what: `${path} with ${kind}`,
        attack: async (program: AttackedProgram) => {
          const { status, told } = await program.call(path, large(shape, text));
          return status === 200 ? [] : wordFaults(told);
        },
      })),
  );
}

const refusedWith = async (program: AttackedProgram, path: string, body: string | Uint8Array<ArrayBuffer>): Promise<string[]> => {
  const { status, told } = await program.post(path, body, { 'content-type': 'application/json' });
  return status === 200
    ? ['it was taken']
    : [...wordFaults(told), ...(status === 413 || status === 422 ? [] : [`it answered ${status}`])];
};

export const bodyBounds: readonly { what: string; attack: (program: AttackedProgram) => Promise<string[]> }[] = [
  {
    what: 'a call of 400 MB',
    attack: (program) => refusedWith(program, '/trpc/settings.remember', new Uint8Array(400 * 1024 * 1024)),
  },
  { what: 'a call of 3 MB', attack: (program) => refusedWith(program, '/trpc/settings.remember', ' '.repeat(3 * 1024 * 1024)) },
  {
    what: 'ten thousand calls',
    attack: (program) => refusedWith(program, `/trpc/${Array.from({ length: 1200 }, () => 'people.me').join(',')}?batch=1`, '{}'),
  },
  {
    what: 'an upload of 21 MB',
    attack: (program) => refusedWith(program, '/files/uploads?name=a.xlsx', new Uint8Array(21 * 1024 * 1024)),
  },
  {
    what: 'a preference of 65 kB',
    attack: (program) =>
      refusedWith(program, '/trpc/settings.remember', JSON.stringify({ name: 'draft:a', value: 'x'.repeat(65 * 1024) })),
  },
  {
    what: 'a preference nested 30,000 deep',
    attack: async (program) => {
      const { status, told } = await program.post(
        '/trpc/settings.remember',
        `{"name":"draft:a","value":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
        { 'content-type': 'application/json' },
      );
      return status === 200 ? [] : wordFaults(told);
    },
  },
  {
    what: 'a file to restore that is none',
    attack: async (program) => {
      const { status, data, told } = await program.post('/files/restore', new Uint8Array(50 * 1024 * 1024).fill(83));
      if (status !== 200) return wordFaults(told);
      const examined = await program.call('backups.examine', { from: 'received', id: (data as { id: string }).id });
      return examined.status === 200 ? ['it was taken for a backup'] : wordFaults(examined.told);
    },
  },
];
