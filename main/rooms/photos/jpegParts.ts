// A JPEG taken apart into its segments, so that two things can be had without decoding it: the same picture with the oddities put
// right that every viewer overlooks (what is left to warn of is then real damage), and the bare picture without anything that was
// written beside it. What was cut off is told from what is only odd.

/** A segment with its marker; a scan with the data that follows it. */
type Part = { marker: number; bytes: Uint8Array };

const endOfImage = 0xd9;
const startOfScan = 0xda;
const application = { jfif: 0xe0, adobe: 0xee } as const;
/** SOF0 to SOF15, without the three numbers between that mean others. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const isSequential = (marker: number): boolean => marker === 0xc0 || marker === 0xc1;
/** Restarts within a scan, and two more that have no length. */
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** Huffman tables, quantisation, restart interval, arithmetic conditioning: what a picture is decoded by. */
const decodes = (marker: number): boolean =>
  isFrame(marker) || [0xc4, 0xdb, 0xdd, 0xcc, startOfScan, endOfImage].includes(marker);

/** Where the next marker's 0xff stands, from `at` on; the length of `bytes` where none follows. */
function nextMarker(bytes: Uint8Array, at: number, isMarker: (second: number) => boolean): number {
  for (let found = bytes.indexOf(0xff, at); found >= 0; found = bytes.indexOf(0xff, found + 1)) {
    const second = bytes[found + 1];
    if (second !== undefined && second !== 0 && second !== 0xff && isMarker(second)) return found;
  }
  return bytes.length;
}

/** Up to the end of the picture, or as far as the bytes go; what lies between segments and behind the picture is left out. */
function partsOf(bytes: Uint8Array): Part[] {
  const parts: Part[] = [];
  for (let at = 2; ; ) {
    const start = nextMarker(bytes, at, (second) => !standsAlone(second));
    const marker = bytes[start + 1];
    if (marker === undefined) return parts;
    if (marker === endOfImage) return [...parts, { marker, bytes: bytes.subarray(start, start + 2) }];
    const length = ((bytes[start + 2] ?? 0) << 8) | (bytes[start + 3] ?? 0);
    let end = start + 2 + length;
    if (length < 2 || end > bytes.length) return parts;
    if (marker === startOfScan) end = nextMarker(bytes, end, (second) => !standsAlone(second));
    parts.push({ marker, bytes: bytes.subarray(start, end) });
    at = end;
  }
}

const joined = (parts: readonly Part[]): Buffer => Buffer.concat([Uint8Array.of(0xff, 0xd8), ...parts.map(({ bytes }) => bytes)]);

const saysJfif = ({ marker, bytes }: Part): boolean =>
  marker === application.jfif && bytes.length >= 18 && Buffer.from(bytes.subarray(4, 9)).toString('latin1') === 'JFIF\0';

const componentsOf = (frame: Part): number => frame.bytes[9] ?? 0;

/** As every viewer takes it: scan parameters that mean nothing in a sequential picture, an unknown colour transform or JFIF revision. */
function putRight({ marker, bytes }: Part, frame: Part): Part {
  const own = Uint8Array.from(bytes);
  if (marker === startOfScan && isSequential(frame.marker)) own.set([0, 63, 0], 5 + 2 * (own[4] ?? 0));
  if (marker === application.adobe && own.length >= 16 && (own[15] ?? 0) > 2) own[15] = componentsOf(frame) === 4 ? 2 : 1;
  if (saysJfif({ marker, bytes }) && own[9] !== 1) own[9] = 1;
  return { marker, bytes: own };
}

/**
 * The same picture with what every viewer overlooks put right; only what is decoded may then say whether its data are whole.
 * @returns null where a part of it is missing: its head, its scans, or its end where that could hide lost scans.
 */
export function mendedJpeg(bytes: Uint8Array): Buffer | null {
  const parts = partsOf(bytes);
  const frame = parts.find(({ marker }) => isFrame(marker));
  const scans = parts.filter(({ marker }) => marker === startOfScan);
  const [scan] = scans;
  if (!frame || !scan) return null;
  const end = parts.at(-1)?.marker === endOfImage ? [] : [{ marker: endOfImage, bytes: Uint8Array.of(0xff, endOfImage) }];
  // Of several scans the last may be lost without a trace; one scan of everything says itself whether it is whole.
  const isOneScan = isSequential(frame.marker) && scans.length === 1 && scan.bytes[4] === componentsOf(frame);
  if (end.length > 0 && !isOneScan) return null;
  return joined([...parts.map((part) => putRight(part, frame)), ...end]);
}

/**
 * The picture alone, its data untouched: no EXIF, XMP, ICC, IPTC, comments, second pictures.
 * @param mended what `mendedJpeg` made
 * @returns null where the colours depend on what would be left out, or where the picture is in none of the usual forms.
 */
export function bareJpeg(mended: Uint8Array): Buffer | null {
  const parts = partsOf(mended);
  const frame = parts.find(({ marker }) => isFrame(marker));
  if (parts.some(({ marker }) => marker === application.adobe)) return null;
  if (!frame || frame.marker > 0xc2 || frame.bytes[4] !== 8 || componentsOf(frame) !== 3) return null;
  // That there is such a head says how colours are meant; the small picture it may hold goes.
  const heads = parts.filter(saysJfif).map(({ marker, bytes }) => ({
    marker,
    bytes: Uint8Array.from([0xff, application.jfif, 0, 16, ...bytes.subarray(4, 16), 0, 0]),
  }));
  return joined([...heads.slice(0, 1), ...parts.filter(({ marker }) => decodes(marker))]);
}
