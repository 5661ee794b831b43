// Whether bytes are a JPEG that can be drawn, so far as its parts say without decoding it.

/** Its parts before the picture itself, in which its size stands: SOF0 to SOF15, without the three numbers between that mean others. */
const isSize = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** It begins as a JPEG, says its size, and was not cut off. */
export function isJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    if (isSize(view.getUint8(at + 1)))
      return view.getUint16(at + 5) > 0 && view.getUint16(at + 7) > 0 && bytes.findLastIndex(isEnd) > at;
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}

const isEnd = (byte: number, index: number, bytes: Uint8Array): boolean => byte === 0xff && bytes[index + 1] === 0xd9;
