// Files on their way in: a screen posts the bytes once, gets an id, and names it in the calls that follow. Kept in memory,
// bounded in size and number, forgotten after an hour.
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../shared/refusal.ts';
import { shownName } from '../../../shared/rules/masking.ts';

export type Upload = { name: string; bytes: Uint8Array };

export const uploadLimit = 20 * 1024 * 1024;
const totalLimit = 600 * 1024 * 1024;
const keptFor = 3_600_000;

export class Uploads {
  readonly #kept = new Map<string, Upload & { at: number }>();

  /** @throws Refusal when the file is over the limit or too many wait. */
  add(name: string, bytes: Uint8Array): string {
    if (bytes.byteLength > uploadLimit) throw new Refusal(`“${shownName(name)}”超过 20 MB，没有读入。请拆分或压缩后再试。`);
    const now = Date.now();
    for (const [id, upload] of this.#kept) if (now - upload.at > keptFor) this.#kept.delete(id);
    const waiting = [...this.#kept.values()].reduce((sum, upload) => sum + upload.bytes.byteLength, 0);
    if (waiting + bytes.byteLength > totalLimit) throw new Refusal('等待处理的文件太多，请分批选择（每批不超过 600 MB）。');
    const id = randomUUID();
    this.#kept.set(id, { name, bytes, at: now });
    return id;
  }

  get(id: string): Upload {
    const upload = this.#kept.get(id);
    if (!upload) throw new Refusal('选择的文件已过期，请重新选择文件。');
    return upload;
  }

  forget(id: string): void {
    this.#kept.delete(id);
  }
}
