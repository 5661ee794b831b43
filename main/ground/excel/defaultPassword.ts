// Opens workbooks that only forbid editing: Excel and WPS encipher such a file with a password that all programs know and none asks
// for. A file with a password of its own stays closed. [MS-OFFCRYPTO] 2.3.4 (packages) and 2.3.5–2.3.6 (.xls streams); the one
// library for it drags in an abandoned one for ciphers that Node has, and RC4, which Node has no longer, is these few lines.
import { createDecipheriv, createHash } from 'node:crypto';
import { biff, recordsFrom } from './biffRecords.ts';
import { attributeOf, walkTags } from './xmlTags.ts';

/** Office's own; it is no secret. */
const password = Buffer.from('VelvetSweatshop', 'utf16le');
/** Excel makes a hundred thousand; a file with far more was made to keep the reader busy. */
const mostSpins = 1_000_000;
const blockSize = 1024;

const hashed = (algorithm: string, ...parts: Uint8Array[]): Buffer => {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const counter = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
};

function spun(algorithm: string, salt: Uint8Array, spins: number): Buffer {
  let hash = hashed(algorithm, salt, password);
  for (let spin = 0; spin < spins; spin++) hash = hashed(algorithm, counter(spin), hash);
  return hash;
}

function deciphered(cipher: string, key: Uint8Array, start: Uint8Array | null, bytes: Uint8Array): Buffer {
  const decipher = createDecipheriv(cipher, key, start).setAutoPadding(false);
  return Buffer.concat([decipher.update(bytes), decipher.final()]);
}

/**
 * @param info the EncryptionInfo stream
 * @param content the EncryptedPackage stream: eight bytes of length, then the enciphered zip
 * @returns the zip, or null when it has a password of its own
 * @throws RangeError or Error when the streams are damaged
 */
export function openPackage(info: Buffer, content: Buffer): Buffer | null {
  const size = Number(content.readBigUInt64LE(0));
  const opened =
    info.readUInt16LE(0) === 4 && info.readUInt16LE(2) === 4 ? openAgile(info, content) : openStandard(info, content);
  return opened && opened.subarray(0, size);
}

function openStandard(info: Buffer, content: Buffer): Buffer | null {
  const header = 12 + info.readUInt32LE(8);
  const keySize = info.readUInt32LE(12 + 16) / 8;
  const salt = info.subarray(header + 4, header + 20);
  const last = hashed('sha1', spun('sha1', salt, 50_000), counter(0));
  const padded = (pad: number): Buffer => {
    const block = Buffer.alloc(64, pad);
    for (const [index, byte] of last.entries()) block[index] = pad ^ byte;
    return hashed('sha1', block);
  };
  const key = Buffer.concat([padded(0x36), padded(0x5c)]).subarray(0, keySize);
  const cipher = `aes-${keySize * 8}-ecb`;
  const verifier = deciphered(cipher, key, null, info.subarray(header + 20, header + 36));
  const expected = deciphered(cipher, key, null, info.subarray(header + 40, header + 72)).subarray(0, 20);
  return hashed('sha1', verifier).equals(expected) ? deciphered(cipher, key, null, wholeBlocks(content.subarray(8))) : null;
}

const wholeBlocks = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.byteLength - (bytes.byteLength % 16));

function openAgile(info: Buffer, content: Buffer): Buffer | null {
  const text = info.subarray(8).toString('utf8');
  const tags = { keyData: '', encryptedKey: '' };
  walkTags(text, (name, kind, from, to) => {
    if ((name === 'keyData' || name === 'encryptedKey') && kind !== 'close' && tags[name] === '')
      tags[name] = text.slice(from, to);
  });
  const read = (tag: string, name: string): string => attributeOf(tag, name) ?? '';
  const bytesOf = (tag: string, name: string): Buffer => Buffer.from(read(tag, name), 'base64');
  const { keyData, encryptedKey } = tags;
  const spins = Number(read(encryptedKey, 'spinCount'));
  if (spins > mostSpins) return null;
  const algorithm = read(encryptedKey, 'hashAlgorithm').replace('-', '').toLowerCase();
  const salt = bytesOf(encryptedKey, 'saltValue');
  const base = spun(algorithm, salt, spins);
  const bits = Number(read(encryptedKey, 'keyBits'));
  const part = (purpose: number[], name: string): Buffer => {
    const key = sized(hashed(algorithm, base, Uint8Array.from(purpose)), bits / 8);
    return deciphered(`aes-${bits}-cbc`, key, sized(salt, 16), bytesOf(encryptedKey, name));
  };
  const verifier = part([0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79], 'encryptedVerifierHashInput');
  const expected = part([0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e], 'encryptedVerifierHashValue');
  const found = hashed(algorithm, verifier.subarray(0, Number(read(encryptedKey, 'saltSize'))));
  if (!found.equals(expected.subarray(0, found.byteLength))) return null;
  const key = part([0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6], 'encryptedKeyValue');
  const dataAlgorithm = read(keyData, 'hashAlgorithm').replace('-', '').toLowerCase();
  const dataSalt = bytesOf(keyData, 'saltValue');
  const dataBits = Number(read(keyData, 'keyBits'));
  const segments: Buffer[] = [];
  for (let at = 8, index = 0; at < content.byteLength; at += 4096, index++) {
    const start = sized(hashed(dataAlgorithm, dataSalt, counter(index)), 16);
    const segment = wholeBlocks(content.subarray(at, at + 4096));
    segments.push(deciphered(`aes-${dataBits}-cbc`, key.subarray(0, dataBits / 8), start, segment));
  }
  return Buffer.concat(segments);
}

const sized = (bytes: Buffer, size: number): Buffer =>
  bytes.byteLength >= size ? bytes.subarray(0, size) : Buffer.concat([bytes, Buffer.alloc(size - bytes.byteLength, 0x36)]);

/** The records that stay readable in an enciphered stream. */
const plainRecords = new Set<number>([
  biff.beginOfFile,
  biff.filePass,
  biff.interfaceBegin,
  biff.revisionHead,
  biff.usersExclusive,
  biff.fileLock,
  biff.revisionInfo,
]);
/** A record without content that readers pass over; it takes the place of the one that says how the stream is enciphered. */
const passedOver = biff.interfaceEnd;

/**
 * @param stream the Workbook stream of an .xls
 * @returns the stream in the clear, itself where it isn't enciphered, null when it has a password of its own
 */
export function openStream(stream: Buffer): Buffer | null {
  const pass = findFilePass(stream);
  if (!pass) return stream;
  const unmask = unmaskBy(pass);
  if (unmask === null) return null;
  const clear = Buffer.from(stream);
  for (const { type, at, data } of recordsFrom(stream)) {
    const [from, end] = [at + 4, at + 4 + data.byteLength];
    // Where a sheet begins stays readable too.
    if (!plainRecords.has(type)) unmask(clear, type === biff.boundSheet ? Math.min(from + 4, end) : from, end, type);
    if (type === biff.filePass) clear.writeUInt16LE(passedOver, at);
  }
  return clear;
}

/** Makes the bytes of a record from `from` to `end` readable, in place. */
type Unmask = (bytes: Buffer, from: number, end: number, kind: number) => void;

function unmaskBy(pass: Buffer): Unmask | null {
  // Excel 5.0 knew XOR only, and doesn't say so.
  const isXor = pass.byteLength === 4 || pass.readUInt16LE(0) === 0;
  if (isXor) return pass.readUInt16LE(pass.byteLength === 4 ? 2 : 4) === xorVerifier ? unmaskXor : null;
  const key = pass.readUInt16LE(2) === 1 ? keyOfRc4(pass) : keyOfCryptoApi(pass);
  return key && unmaskRc4(key);
}

/** What the default password comes to as a verifier and as the sixteen bytes of the mask, [MS-OFFCRYPTO] 2.3.7.1–2. */
const xorVerifier = 0x9a0a;
const xorMask = Uint8Array.from([0x87, 0x6b, 0x9a, 0xe2, 0x1e, 0xe3, 0x05, 0x62, 0x1e, 0x69, 0x96, 0x60, 0x98, 0x6e, 0x94, 0x04]);

const unmaskXor: Unmask = (bytes, from, end, kind) => {
  // The mask begins by where the record ends.
  const ahead = kind === biff.boundSheet ? 4 : 0;
  for (let at = from; at < end; at++) {
    const value = (bytes[at] ?? 0) ^ (xorMask[(at - from + end + ahead) % 16] ?? 0);
    bytes[at] = ((value >> 5) | (value << 3)) & 0xff;
  }
};

/** Each kilobyte of the stream has a key of its own, and every byte of it uses up some of the mask. */
function unmaskRc4(key: KeyOfBlock): Unmask {
  let [block, position] = [-1, 0];
  let mask: (bytes: Buffer) => void = () => undefined;
  return (bytes, from, end) => {
    for (let at = from; at < end; ) {
      if (Math.floor(at / blockSize) !== block) {
        block = Math.floor(at / blockSize);
        position = block * blockSize;
        mask = rc4(key(block));
      }
      const stop = Math.min(end, (block + 1) * blockSize);
      mask(Buffer.alloc(at - position));
      mask(bytes.subarray(at, stop));
      at = stop;
      position = stop;
    }
  };
}

function findFilePass(stream: Buffer): Buffer | null {
  // It follows the first record, at most a few behind.
  let seen = 0;
  for (const { type, data } of recordsFrom(stream)) {
    if (type === biff.filePass) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    if (++seen === 10) break;
  }
  return null;
}

type KeyOfBlock = (block: number) => Buffer;

function keyOfRc4(pass: Buffer): KeyOfBlock | null {
  const salt = pass.subarray(6, 22);
  const short = hashed('md5', password).subarray(0, 5);
  const repeated = Buffer.concat(Array.from({ length: 16 }, () => [short, salt]).flat());
  const base = hashed('md5', repeated).subarray(0, 5);
  const key: KeyOfBlock = (block) => hashed('md5', base, counter(block));
  return opens(key(0), 'md5', pass.subarray(22, 38), pass.subarray(38, 54)) ? key : null;
}

function keyOfCryptoApi(pass: Buffer): KeyOfBlock | null {
  const header = 14;
  const verifier = header + pass.readUInt32LE(10);
  const size = (pass.readUInt32LE(header + 16) || 40) / 8;
  const base = hashed('sha1', pass.subarray(verifier + 4, verifier + 20), password);
  const key: KeyOfBlock = (block) => {
    const own = hashed('sha1', base, counter(block)).subarray(0, size);
    return size === 5 ? Buffer.concat([own, Buffer.alloc(11)]) : own;
  };
  return opens(key(0), 'sha1', pass.subarray(verifier + 20, verifier + 36), pass.subarray(verifier + 40, verifier + 60))
    ? key
    : null;
}

function opens(key: Buffer, algorithm: string, verifier: Buffer, expected: Buffer): boolean {
  const mask = rc4(key);
  const [input, hash] = [Buffer.from(verifier), Buffer.from(expected)];
  mask(input);
  mask(hash);
  return hashed(algorithm, input).equals(hash);
}

/** @returns what masks the bytes it is given, in place, each call going on where the last ended */
function rc4(key: Buffer): (bytes: Buffer) => void {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (one: number, other: number): void => {
    [state[one], state[other]] = [at(other), at(one)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.byteLength] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return (bytes) => {
    for (let index = 0; index < bytes.byteLength; index++) {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      bytes[index] = (bytes[index] ?? 0) ^ at(at(i) + at(j));
    }
  };
}
