// The pictures of any file that the import reads: found by what the file is, as its cells are. A kind whose pictures can't be had
// says so, and how many there are.
import { type BookPictures, noPictures, pictureFaults } from './pictures.ts';
import { readPicturesXls } from './readPicturesXls.ts';
import { readPicturesXlsx } from './readPicturesXlsx.ts';

const zip = [0x50, 0x4b];
const container = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** @param bytes of a file that was read as a workbook */
export function readPictures(bytes: Uint8Array): BookPictures {
  if (startsWith(bytes, zip)) return readPicturesXlsx(bytes);
  if (startsWith(bytes, container)) return readPicturesXls(bytes) ?? noPictures();
  return noPictures(/<img\b/i.test(Buffer.from(bytes).toString('latin1')) ? pictureFaults.webPage : null);
}
