// What kind of file a picture really is, told by its first bytes whatever it is called, and what is said of the kinds that can't be
// used: what it is, and how to make a JPG of it. The window asks before it shows a picture, the program before it reads one.

export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff' | 'avif' | 'bmp' | 'heic' | 'other';

type Kind = {
  kind: PhotoKind;
  matches: (ascii: string, name: string) => boolean;
  /** What it is and what to do, behind the file's name. Left out: it can be read. */
  refusal?: string;
};

const saveAsJpg = '请用电脑上的看图软件打开，另存为 JPG 后再选。';

const begins =
  (...marks: readonly string[]) =>
  (ascii: string): boolean =>
    marks.some((mark) => ascii.startsWith(mark));

/** What stands in an ISO media file's first box: its brands. */
const branded =
  (brands: RegExp) =>
  (ascii: string): boolean =>
    ascii.slice(4, 8) === 'ftyp' && brands.test(ascii.slice(8));

const isTiff = begins('II*\0', 'MM\0*');
/** Cameras keep their raw pictures as TIFF; what a reader of TIFF finds first in them is a tiny copy. */
const rawEnding = /\.(?:nef|nrw|arw|sr2|srf|dng|pef|cr2|srw|erf|kdc|dcr|3fr|iiq|rwl|raw)$/i;

const kinds: readonly Kind[] = [
  { kind: 'jpeg', matches: begins('\xff\xd8\xff') },
  { kind: 'png', matches: begins('\x89PNG\r\n\x1a\n') },
  { kind: 'webp', matches: (ascii) => ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP' },
  { kind: 'gif', matches: begins('GIF8') },
  {
    kind: 'other',
    matches: (ascii, name) =>
      begins('FUJIFILMCCD-RAW', 'IIRO', 'IIRS', 'MMOR', 'IIU\0')(ascii) ||
      branded(/^crx /)(ascii) ||
      (isTiff(ascii) && (rawEnding.test(name) || ascii.slice(8, 10) === 'CR')),
    refusal: `是相机的 RAW 原始格式，本程序读不了。${saveAsJpg}`,
  },
  { kind: 'tiff', matches: isTiff },
  { kind: 'avif', matches: branded(/avif|avis/) },
  {
    kind: 'heic',
    matches: branded(/hei[cfmsx]|hev[cmsx]|mif1|msf1/),
    refusal:
      '是手机的 HEIC 格式，本程序读不了。请在手机上打开“设置 → 相机 → 格式”，选“兼容性最佳”后重拍；已经拍好的，用电脑上的看图软件打开，另存为 JPG 后再选。',
  },
  { kind: 'bmp', matches: begins('BM'), refusal: '是 BMP 格式，请用“画图”打开，另存为 JPG 后再选。' },
  { kind: 'other', matches: begins('8BPS'), refusal: '是 Photoshop 文件，请导出为 JPG 后再选。' },
  {
    kind: 'other',
    matches: begins('\xff\x0a', '\0\0\0\x0cJXL ', '\0\0\0\x0cjP  '),
    refusal: `是少见的图片格式，本程序读不了。${saveAsJpg}`,
  },
  { kind: 'other', matches: begins('Rar!', '7z\xbc\xaf'), refusal: '是压缩包，没有打开。请先解压，再选择解压出来的文件夹。' },
  {
    kind: 'other',
    matches: (ascii, name) => ascii.startsWith('PK') && /\.zip$/i.test(name),
    refusal: '是压缩包里的压缩包，没有打开。请先解压，再选择解压出来的文件夹。',
  },
  { kind: 'other', matches: begins('%PDF'), refusal: '是 PDF 文件，不是照片。请把里面的照片另存为 JPG 后再选。' },
];

const reach = 64;

const kindOf = (bytes: Uint8Array, name: string): Kind | undefined => {
  const ascii = String.fromCharCode(...bytes.subarray(0, reach));
  return kinds.find(({ matches }) => matches(ascii, name));
};

/** Of the file's first 64 bytes or more. */
export const photoKind = (bytes: Uint8Array, name = ''): PhotoKind => kindOf(bytes, name)?.kind ?? 'other';

/** Why a file of this kind can't be read, in Chinese and by its name; null where it can. @param bytes its first 64 or more */
export function kindFault(name: string, bytes: Uint8Array): string | null {
  const kind = kindOf(bytes, name);
  if (!kind) return `“${name}”不是照片，没有读入。请选择 JPG 或 PNG 照片。`;
  return kind.refusal === undefined ? null : `“${name}”${kind.refusal}`;
}
