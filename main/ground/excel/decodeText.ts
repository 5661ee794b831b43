// From the bytes of a text file to its text. The encoding is found, never asked: UTF-8, GBK/GB18030, UTF-16 of either order,
// with or without a mark at the start, and Big5. Where single lines are encoded otherwise than the rest, or are damaged, it says
// at which characters, so that no wrong character goes in unnoticed; what can't be read stays U+FFFD.
import { Refusal } from '../../../shared/refusal.ts';

export type DecodedText = {
  text: string;
  encoding: 'UTF-8' | 'GBK' | 'UTF-16' | 'Big5';
  /** Where in `text` lines start that are encoded otherwise than the rest, in rising order. */
  foreignLines: readonly number[];
};

/** What old programs fill a file up with, and DOS ends one with. */
// eslint-disable-next-line no-control-regex -- a file's padding is made of them
const padding = /[\0\u001a]+$/;

type Decoder = { decode(bytes: Uint8Array): string };

const strict = {
  utf8: new TextDecoder('utf-8', { fatal: true }),
  gbk: new TextDecoder('gb18030', { fatal: true }),
  big5: new TextDecoder('big5', { fatal: true }),
};
const lenient = { utf8: new TextDecoder('utf-8'), gbk: new TextDecoder('gb18030') };

/**
 * @param name the file's name, for the words of a refusal
 * @throws Refusal for UTF-32, which no decoder here knows
 */
export function decodeText(name: string, bytes: Uint8Array): DecodedText {
  if (isUtf32(bytes))
    throw new Refusal(`“${name}”的文字编码是 UTF-32，读不了。请用记事本或 WPS 打开，另存为 UTF-8 编码后再选择。`);
  const wide = utf16Order(bytes);
  if (wide !== null) {
    const even = bytes.subarray(0, bytes.byteLength - (bytes.byteLength % 2));
    return whole(new TextDecoder(wide).decode(even), 'UTF-16');
  }
  const utf8 = attempt(strict.utf8, bytes);
  if (utf8 !== null) return whole(utf8, 'UTF-8');
  return decodeLines(bytes);
}

const whole = (text: string, encoding: DecodedText['encoding']): DecodedText => ({
  text: text.replace(padding, ''),
  encoding,
  foreignLines: [],
});

function attempt(decoder: Decoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isUtf32(bytes: Uint8Array): boolean {
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
  const marked = (first === 0xff && second === 0xfe && third === 0 && fourth === 0) || (first === 0 && second === 0);
  const beginning = bytes.subarray(0, 400);
  const quarters = Math.floor(beginning.byteLength / 4);
  if (quarters < 2 || bytes.byteLength % 4 !== 0) return false;
  let above = 0;
  for (let at = 0; at < quarters; at++) if (beginning[at * 4 + 3] === 0 && (beginning[at * 4 + 2] ?? 1) <= 2) above++;
  return (marked && (first === 0xff || (bytes[2] === 0xfe && bytes[3] === 0xff))) || above === quarters;
}

/** UTF-16 by its mark, or because it holds zero bytes and reads as plain text in one order only. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  let end = bytes.byteLength;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 0x1a)) end--;
  const sample = bytes.subarray(0, Math.min(end, 8192) & ~1);
  if (!sample.includes(0)) return null;
  const order = plainUnits(sample, 0) >= plainUnits(sample, 1) ? 0 : 1;
  if (plainUnits(sample, order) < (sample.byteLength / 2) * 0.9) return null;
  return order === 0 ? 'utf-16le' : 'utf-16be';
}

/** How many 16-bit units are characters of an office's text. @param high 0 when the low byte comes first, else 1 */
function plainUnits(bytes: Uint8Array, high: 0 | 1): number {
  let plain = 0;
  for (let at = 0; at + 1 < bytes.byteLength; at += 2) {
    const unit = (bytes[at + (1 - high)] ?? 0) * 256 + (bytes[at + high] ?? 0);
    const ascii = (unit >= 0x20 && unit < 0x7f) || unit === 9 || unit === 10 || unit === 13;
    const chinese = (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x2010 && unit <= 0x30ff) || unit >= 0xff00;
    if (ascii || chinese) plain++;
  }
  return plain;
}

type Line = { bytes: Uint8Array; high: boolean };

function* linesOf(bytes: Uint8Array): Generator<Line> {
  let start = 0;
  let high = false;
  for (let at = 0; at < bytes.byteLength; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) high = true;
    if (byte !== 10 && byte !== 13) continue;
    yield { bytes: bytes.subarray(start, at + 1), high };
    start = at + 1;
    high = false;
  }
  if (start < bytes.byteLength) yield { bytes: bytes.subarray(start), high };
}

/** Bytes that are no UTF-8 as a whole: GBK, Big5, or one encoding with lines of another or damaged ones among them. */
function decodeLines(bytes: Uint8Array): DecodedText {
  const lines = [...linesOf(bytes)];
  const written = lines.filter((line) => line.high);
  const inUtf8 = written.filter((line) => attempt(strict.utf8, line.bytes) !== null).length;
  const utf8 = inUtf8 * 2 >= written.length && inUtf8 > 0;
  if (!utf8) {
    const gbk = attempt(strict.gbk, bytes);
    if (inUtf8 === 0 && (gbk === null || !isSimplified(bytes))) {
      const big5 = attempt(strict.big5, bytes);
      if (big5 !== null && isTraditional(bytes)) return whole(big5, 'Big5');
    }
    if (inUtf8 === 0 && gbk !== null) return whole(gbk, 'GBK');
  }
  const foreignLines: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const line of lines) {
    const own = utf8 ? attempt(strict.utf8, line.bytes) : attempt(strict.gbk, line.bytes);
    const other = line.high ? (utf8 ? attempt(strict.gbk, line.bytes) : surelyUtf8(line.bytes)) : null;
    const foreign = utf8 ? own === null && other !== null : other !== null;
    if (foreign) foreignLines.push(length);
    const text = (foreign ? other : own) ?? (utf8 ? lenient.utf8 : lenient.gbk).decode(line.bytes);
    parts.push(text);
    length += text.length;
  }
  return { text: parts.join('').replace(padding, ''), encoding: utf8 ? 'UTF-8' : 'GBK', foreignLines };
}

/** A line of GBK may happen to be valid UTF-8 (联通); with several Chinese characters it hardly does. */
function surelyUtf8(bytes: Uint8Array): string | null {
  const text = attempt(strict.utf8, bytes);
  if (text === null) return null;
  const marks = Array.from(text).filter((mark) => mark > '\u007f');
  return marks.length >= 2 && marks.every((mark) => /[\u2010-\u30ff\u4e00-\u9fff\uff00-\uffef]/.test(mark)) ? text : null;
}

/** The commonest 3755 characters stand in GB2312's first level, and nearly all of a text is made of them. */
const isSimplified = (bytes: Uint8Array): boolean => share(bytes, 0xb0, 0xd7, (low) => low >= 0xa1) >= 0.5;
const isTraditional = (bytes: Uint8Array): boolean =>
  share(bytes, 0xa4, 0xc6, (low) => (low >= 0x40 && low <= 0x7e) || low >= 0xa1) >= 0.9;

/** Of the characters of two bytes, how many have their first byte from `first` to `last` and a second one as told. */
function share(bytes: Uint8Array, first: number, last: number, second: (low: number) => boolean): number {
  let pairs = 0;
  let within = 0;
  for (let at = 0; at + 1 < bytes.byteLength; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const low = bytes[++at] ?? 0;
    pairs++;
    if (lead >= first && lead <= last && second(low)) within++;
  }
  return pairs === 0 ? 0 : within / pairs;
}
