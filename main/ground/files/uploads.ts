// Files on their way in: a screen posts the bytes once, gets an id, and names it in the calls that follow. Kept in memory,
// bounded in size and number, forgotten after an hour.
import { Refusal } from '../../../shared/refusal.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import { type Owner, Shelf } from '../shelf.ts';

export type Upload = { name: string; bytes: Uint8Array };

export const uploadLimit = 20 * 1024 * 1024;
export const uploadTooLarge = (name: string): string => `“${shownName(name)}”超过 20 MB，没有读入。请拆分或压缩后再试。`;
const totalLimit = 600 * 1024 * 1024;

export class Uploads {
  readonly #kept = new Shelf<Upload>({ most: 3000, keptFor: 3_600_000, gone: '选择的文件已过期，请重新选择文件。' });

  /** @throws Refusal when the file is over the limit or too many wait. */
  add(owner: Owner, name: string, bytes: Uint8Array): string {
    if (bytes.byteLength > uploadLimit) throw new Refusal(uploadTooLarge(name));
    const waiting = this.#kept.all().reduce((sum, upload) => sum + upload.bytes.byteLength, 0);
    if (waiting + bytes.byteLength > totalLimit) throw new Refusal('等待处理的文件太多，请分批选择（每批不超过 600 MB）。');
    return this.#kept.put(owner, { name, bytes });
  }

  /** @throws Refusal when it is gone, or another person's */
  get(owner: Owner, id: string): Upload {
    return this.#kept.get(owner, id);
  }

  forget(owner: Owner, id: string): void {
    this.#kept.drop(owner, id);
  }
}
