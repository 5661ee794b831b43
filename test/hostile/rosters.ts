// Good rosters in each of the forms that offices have, and what chance makes of them: bits turned over, bytes cut off, moved, doubled or
// made up, text in another encoding; of a zip also the parts inside, packed again with right checksums, so that its reader is reached.
import { unzipSync } from 'fflate';
import { utils, write } from 'xlsx';
import { rosterSheet } from '../harness/roster.ts';
import { zipOf } from '../harness/zips.ts';
import type { Chance } from './chance.ts';

export type HostileFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

const people = 12;

const workbook = (
  bookType: 'xlsx' | 'xlsb' | 'ods' | 'biff8' | 'biff5' | 'fods' | 'xlml' | 'sylk' | 'dif',
): Uint8Array<ArrayBuffer> => {
  const sheet = utils.aoa_to_sheet([['沂城街道专职网格员花名册'], ...rosterSheet(people)]);
  sheet['!merges'] = [utils.decode_range('A1:I1')];
  const book = { SheetNames: ['花名册', '说明'], Sheets: { 花名册: sheet, 说明: utils.aoa_to_sheet([['填表说明'], [1.5]]) } };
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
};

const lines = (separator: string): string =>
  rosterSheet(people)
    .map((row) => row.join(separator))
    .join('\r\n');
const html = (): string =>
  `<html><meta charset="utf-8"><table border=1>${rosterSheet(people)
    .map((row) => `<tr>${row.map((cell) => `<td rowspan="1" style='mso-number-format:"\\@"'>${cell}</td>`).join('')}</tr>`)
    .join('')}</table></html>`;
const utf16 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

type Form = { name: string; make: () => Uint8Array<ArrayBuffer> };
const forms: readonly [Form, ...Form[]] = [
  { name: '花名册.xlsx', make: () => workbook('xlsx') },
  { name: '花名册.xls', make: () => workbook('biff8') },
  { name: '花名册.csv', make: () => utf8(lines(',')) },
  { name: '网页.xls', make: () => utf8(html()) },
  { name: '花名册.ods', make: () => workbook('ods') },
  { name: '二进制.xlsb', make: () => workbook('xlsb') },
  { name: '旧版.xls', make: () => workbook('biff5') },
  { name: '平铺.fods', make: () => workbook('fods') },
  { name: '表格.xml', make: () => workbook('xlml') },
  { name: '统一码.txt', make: () => utf16(lines('\t')) },
  { name: '制表符.xls', make: () => utf8(lines('\t')) },
  { name: '表格.slk', make: () => workbook('sylk') },
  { name: '表格.dif', make: () => workbook('dif') },
];

const odd: readonly [string, ...string[]] = [
  '"',
  '\u0000',
  '<td',
  '<table>',
  '</row>',
  '&#x41;',
  'r="XFD1048576"',
  '99999999999',
  '\ufeff',
  'ê',
  '=1+1',
  ' ',
];

function turned(bytes: Uint8Array<ArrayBuffer>, chance: Chance): Uint8Array<ArrayBuffer> {
  const changed = bytes.slice();
  for (let times = 1 + chance.below(40); times > 0; times--) {
    const at = chance.below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
  }
  return changed;
}

const joined = (...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(pieces));

/** One change that chance makes. */
function changed(bytes: Uint8Array<ArrayBuffer>, chance: Chance): Uint8Array<ArrayBuffer> {
  const [from, to] = [chance.below(bytes.length), chance.below(bytes.length)].toSorted((one, other) => one - other) as [
    number,
    number,
  ];
  switch (chance.below(6)) {
    case 0:
      return bytes.slice(0, from);
    case 1:
      return joined(bytes.subarray(0, from), bytes.subarray(to));
    case 2:
      return joined(bytes.subarray(0, to), bytes.subarray(from));
    case 3: {
      const noise = Uint8Array.from({ length: 1 + chance.below(200) }, () => chance.below(256));
      return joined(bytes.subarray(0, from), noise, bytes.subarray(from));
    }
    case 4:
      return joined(bytes.subarray(0, from), Buffer.from(chance.of(odd).repeat(1 + chance.below(5000))), bytes.subarray(from));
    default:
      return turned(bytes, chance);
  }
}

function changedInside(bytes: Uint8Array<ArrayBuffer>, chance: Chance): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(bytes));
  const chosen = chance.below(parts.length);
  return zipOf(
    parts.map(([name, content], index) => ({
      name,
      content: index === chosen ? changed(new Uint8Array(content), chance) : content,
    })),
  );
}

/** The file of a seed's chance. */
export function fuzzedRoster(chance: Chance): HostileFile {
  const { name, make } = chance.of(forms);
  const good = make();
  const isZip = good[0] === 0x50 && good[1] === 0x4b;
  const bytes = isZip && chance.below(4) > 0 ? changedInside(good, chance) : changed(good, chance);
  // Offices call one kind by another's name.
  return { name: chance.below(5) === 0 ? chance.of(forms).name : name, bytes };
}

/** Every form as it should be: what the attack must not keep from being read. */
export const goodRosters = (): HostileFile[] => forms.slice(0, 6).map(({ name, make }) => ({ name, bytes: make() }));
