// A file handed over to restore from: streamed to disk as it comes, since an office may be far larger than other uploads, and
// given up when it outgrows its limit or the disk.
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setAsidePlaces } from '../../../shared/backups.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { TooLarge } from '../../ground/files/body.ts';
import { unfinishedName, writingTrouble } from '../../ground/office/backup.ts';
import { removeWhole } from '../../ground/office/beside.ts';
import type { Desk } from '../../ground/office/desk.ts';

const receivedLimit = 4 * 1024 ** 3;
const keptFor = 6 * 3_600_000;

export const receivedFolder = (desk: Desk): string => path.join(desk.folder, setAsidePlaces.received);
/** Whole, or cut short on its way in. */
export const receivedName = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.gridledger(?:\.unfinished)?$/;
const fileOf = (desk: Desk, id: string): string => path.join(receivedFolder(desk), `${id}.gridledger`);

/** Removes files handed over long ago. */
function forgetOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (receivedName.test(name) && Date.now() - statSync(file).mtimeMs > keptFor) rmSync(file, { force: true });
  }
}

/** @returns the id by which `receivedFile` finds it. @throws Refusal when it is too large or can't be kept. */
export async function receive(desk: Desk, body: ReadableStream<Uint8Array>): Promise<string> {
  const folder = receivedFolder(desk);
  const id = randomUUID();
  const file = unfinishedName(fileOf(desk, id));
  let bytes = 0;
  try {
    mkdirSync(folder, { recursive: true });
    forgetOld(folder);
    await pipeline(
      Readable.fromWeb(body),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          bytes += chunk.byteLength;
          if (bytes > receivedLimit) throw new TooLarge('文件超过 4 GB，不是台账的备份，没有读入。');
          yield chunk;
        }
      },
      createWriteStream(file, { flags: 'wx' }),
    );
    renameSync(file, fileOf(desk, id));
  } catch (error) {
    if (existsSync(file)) rmSync(file);
    if (error instanceof Refusal) throw error;
    throw new Refusal(`文件没有读入：${writingTrouble(error)}（${folder}）。请检查这个文件夹能否写入、磁盘是否已满，再试一次。`);
  }
  return id;
}

/** @throws Refusal when it is no longer kept. */
export function receivedFile(desk: Desk, id: string): string {
  const file = fileOf(desk, path.basename(id));
  if (!existsSync(file)) throw new Refusal('选择的文件已过期，请重新选择文件。');
  return file;
}

/** Removes a file handed over, once restored. */
export function forgetReceived(desk: Desk, id: string): void {
  removeWhole(fileOf(desk, path.basename(id)));
}
