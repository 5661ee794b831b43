// The parts of an Office zip by the names that its relationships say: any case, backslashes or a leading slash. A part is
// inflated when it is asked for, and never beyond a bound.
import path from 'node:path';
import { unzipSync } from 'fflate';
import { readXml } from './readXml.ts';

/** `target` is a part's name, or an address outside where it is external. */
export type Relationship = { type: string; target: string; external: boolean };

const plain = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

export class ZipParts {
  readonly #bytes: Uint8Array;
  readonly #parts = new Map<string, { name: string; size: number }>();

  /** @throws where the bytes are no zip */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        this.#parts.set(plain(name), { name, size: originalSize });
        return false;
      },
    });
  }

  names(): string[] {
    return [...this.#parts.keys()];
  }

  /** As the zip declares it; null where there is no such part. */
  size(part: string): number | null {
    return this.#parts.get(plain(part))?.size ?? null;
  }

  /** Never more than the zip declares. @throws where there is no such part, or it is larger than the limit */
  read(part: string, limit: number): Uint8Array {
    const found = this.#parts.get(plain(part));
    if (!found || found.size > limit) throw new Error(`${part} is missing or larger than ${limit}`);
    const content = unzipSync(this.#bytes, { filter: ({ name }) => name === found.name })[found.name];
    if (!content) throw new Error(`${part} is missing`);
    return content;
  }

  /** What a part, or the whole package (''), is related to, by id. Empty where it has no relationships. */
  relationships(of: string, limit: number): Map<string, Relationship> {
    const folder = path.posix.dirname(plain(of));
    const file = path.posix.join(folder, '_rels', `${path.posix.basename(plain(of))}.rels`);
    const found = new Map<string, Relationship>();
    if (this.size(file) === null) return found;
    readXml(this.read(file, limit), {
      open: ({ name, attributes: { Id, Type = '', Target = '', TargetMode } }) => {
        if (name !== 'Relationship' || Id === undefined) return;
        const external = TargetMode === 'External';
        const target = external ? Target : plain(path.posix.resolve('/', folder, Target.replaceAll('\\', '/')));
        found.set(Id, { type: Type, target, external });
      },
    });
    return found;
  }
}
