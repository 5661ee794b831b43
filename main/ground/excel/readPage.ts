// Texts that begin with a tag, whatever their name: web pages with tables, single-file web pages (.mht), and workbooks written as
// XML, which the workbook library reads.
import { Refusal } from '../../../shared/refusal.ts';
import type { Book, ReadSheet } from './book.ts';
import { type DecodedText, decodeText } from './decodeText.ts';
import { htmlTables } from './htmlTables.ts';
import { markedAll, markFiltered, withActive } from './marks.ts';
import { type BookPictures, noPictures, pictureFaults } from './pictures.ts';
import { spreadsheetMlMarks } from './spreadsheetMlMarks.ts';
import { beyondExcel, broken, parseStored, sheetsOf } from './storedSheets.ts';
import { unfoldsBeyondExcel } from './unfolded.ts';
import { unescaped } from './xmlTags.ts';

const spreadsheetMl = /<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const xmlWorkbook = new RegExp(`${spreadsheetMl.source}|<office:document\\b|<(?:\\w+:)?UOF\\b`);

/** A page also begins with words now and then, before its table. */
export const isPage = (text: string): boolean =>
  (/^\s*<[a-z!?]/i.test(text) && /<(?:table|html|frameset|\?xml)[\s>]/i.test(text)) ||
  (/<table[\s>]/i.test(text.slice(0, 4000)) && /<\/?t[dr][\s>]/i.test(text));

export const isWebArchive = (text: string): boolean =>
  /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version:/i.test(text.slice(0, 4000));

/** @throws Refusal for a page whose tables lie in other files */
export function readPage(name: string, { text, encoding, foreignLines }: DecodedText): Book {
  if (xmlWorkbook.test(text.slice(0, 5000)))
    return { kind: 'html', encoding, sheets: withActive(xmlSheets(name, text)), pictures: noPictures() };
  if (/<frameset[\s>]/i.test(text) && !/<table[\s>]/i.test(text))
    throw new Refusal(`“${name}”只是一个网页框架，表格在它旁边的文件夹里。请用 Excel 或 WPS 打开后另存为 .xlsx 再选择。`);
  const mixed = { row: 0, words: `网页里有 ${foreignLines.length} 处文字编码和其他地方不一样，已分别识别，请核对` };
  const sheets = sheetsOfPage(text).map((sheet) =>
    foreignLines.length > 0 ? { ...sheet, remarks: [mixed, ...sheet.remarks] } : sheet,
  );
  return { kind: 'html', encoding, sheets, pictures: picturesOfPage(text) };
}

/** A page only names its pictures, and its archive keeps them in no cell. */
const picturesOfPage = (text: string): BookPictures => noPictures(/<img\b/i.test(text) ? pictureFaults.webPage : null);

function xmlSheets(name: string, text: string): ReadSheet[] {
  if (unfoldsBeyondExcel(text)) throw beyondExcel(name);
  const sheets = sheetsOf(name, parseStored(name, { text }));
  if (!spreadsheetMl.test(text.slice(0, 5000))) return sheets;
  // The library reads on to where a file breaks off.
  if (!/<\/(?:\w+:)?Workbook\s*>\s*$/.test(text.slice(-1000))) throw broken(name);
  const { sheets: marks, active } = spreadsheetMlMarks(text);
  for (const [index, { hiddenRows, filters }] of marks.entries()) {
    for (const [row, how] of sheets[index]?.hiddenRows ?? []) hiddenRows.set(row, how);
    for (const column of sheets[index]?.hiddenColumns ?? []) marks[index]?.hiddenColumns.add(column);
    markFiltered(hiddenRows, filters);
  }
  return markedAll(sheets, marks, false).map((sheet, index) => ({ ...sheet, active: index === active }));
}

/** @param text of a single-file web page: a message of several parts, each with headers */
export function readWebArchive(name: string, text: string): Book {
  let encoding: string | null = null;
  const sheets = partsOf(text).flatMap(({ headers, content }) => {
    if (!/^content-type:\s*text\/html/im.test(headers)) return [];
    const page = decodeText(name, decoded(headers, content));
    ({ encoding } = page);
    return sheetsOfPage(page.text);
  });
  return { kind: 'html', encoding, sheets: withActive(sheets), pictures: picturesOfPage(text) };
}

/** Tables without a word are left out: pages are laid out with them. */
function sheetsOfPage(html: string): ReadSheet[] {
  const tables = htmlTables(html).filter(({ rows }) => rows.some((row) => row.some((cell) => (cell ?? null) !== null)));
  // Excel writes the names of its sheets beside them.
  const names = [...html.matchAll(/<x:Name>([^<]+)<\/x:Name>/g)].map(([, own = '']) => unescaped(own));
  return withActive(
    tables.map((table, index) => ({ ...table, name: (names.length === tables.length && names[index]) || table.name })),
  );
}

type Part = { headers: string; content: string };

function partsOf(message: string): Part[] {
  const { headers, content } = cut(message);
  const boundary = /boundary="?([^"\s;]+)"?/i.exec(headers)?.[1];
  if (boundary === undefined) return [{ headers, content }];
  return content
    .split(`--${boundary}`)
    .slice(1)
    .map((part) => cut(part.replace(/^(?:\r\n|\n)/, '')));
}

function cut(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text);
  return gap
    ? { headers: text.slice(0, gap.index), content: text.slice(gap.index + gap[0].length) }
    : { headers: text, content: '' };
}

function decoded(headers: string, content: string): Uint8Array {
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(headers)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(content, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(content, 'utf8');
  const joined = content
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(joined, 'latin1');
}
