// What is kept in memory for a while between two calls: uploads, jobs, tickets, photo batches, imports on their way. It belongs
// to a person and to the office as it stands open: nobody finds another's, and what was begun on an office that has since been
// restored, swapped or left is gone, not written into the next one. Bounded in number and age.
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../shared/refusal.ts';
import type { Actor, Office } from './office/office.ts';

/**
 * `office` null: it has nothing to do with what the office holds, such as a restore; it outlives a swap and belongs to the user of
 * the system, since the next office may know other people.
 */
export type Owner = { readonly office: Office | null; readonly person: string; readonly login: string };

export const ownerOf = (office: Office | null, actor: Actor): Owner => ({
  office,
  login: actor.login,
  person: actor.personId === null ? `login ${actor.login}` : `person ${actor.personId}`,
});

type Kept<Thing> = Owner & { thing: Thing; at: number };

const belongs = (kept: Owner, owner: Owner): boolean =>
  kept.office === null ? kept.login === owner.login : kept.person === owner.person;

type Options<Thing> = {
  /** How many one person may have. */
  most: number;
  /** Milliseconds from the last time that it was asked for. */
  keptFor: number;
  /** What whoever asks for one that is gone is told. */
  gone: string;
  /** Told of each that is let go, whyever. */
  dropped?: (thing: Thing) => void;
};

export class Shelf<Thing> {
  readonly #kept = new Map<string, Kept<Thing>>();
  readonly #options: Options<Thing>;

  constructor(options: Options<Thing>) {
    this.#options = options;
  }

  /** Keeps it; over the bound the person's oldest is let go. @returns its id */
  put(owner: Owner, thing: Thing, id: string = randomUUID()): string {
    this.#sweep(owner);
    this.#kept.set(id, { ...owner, thing, at: Date.now() });
    // At once, not when next asked for: an office's uploads may be hundreds of megabytes.
    owner.office?.closed.addEventListener('abort', () => this.#drop(id), { once: true });
    const own = [...this.#kept].filter(([, kept]) => belongs(kept, owner));
    for (const [oldest] of own.slice(0, Math.max(0, own.length - this.#options.most))) this.#drop(oldest);
    return id;
  }

  /** @throws Refusal when it is gone, or another person's */
  get(owner: Owner, id: string): Thing {
    const thing = this.find(owner, id);
    if (thing === undefined) throw new Refusal(this.#options.gone);
    return thing;
  }

  find(owner: Owner, id: string): Thing | undefined {
    this.#sweep(owner);
    const kept = this.#kept.get(id);
    if (!kept || !belongs(kept, owner)) return undefined;
    kept.at = Date.now();
    return kept.thing;
  }

  /** The person's own, the oldest first. */
  own(owner: Owner): Thing[] {
    this.#sweep(owner);
    return [...this.#kept.values()].filter((kept) => belongs(kept, owner)).map(({ thing }) => thing);
  }

  /** Lets go of it, if it is there. */
  drop(owner: Owner, id: string): boolean {
    const there = this.find(owner, id) !== undefined;
    if (there) this.#drop(id);
    return there;
  }

  /** Everybody's, for bounds over all and for the program's end. */
  all(): Thing[] {
    return [...this.#kept.values()].map(({ thing }) => thing);
  }

  #sweep({ office }: Owner): void {
    const now = Date.now();
    for (const [id, kept] of this.#kept) {
      const swapped = kept.office !== null && office !== null && kept.office !== office;
      if (swapped || now - kept.at > this.#options.keptFor) this.#drop(id);
    }
  }

  #drop(id: string): void {
    const kept = this.#kept.get(id);
    this.#kept.delete(id);
    if (kept) this.#options.dropped?.(kept.thing);
  }
}

/** One of each for every running program, made when first asked for: tests run several in one process. */
export function perProgram<Thing>(make: () => Thing): (program: object) => Thing {
  const made = new WeakMap<object, Thing>();
  return (program) => {
    const there = made.get(program) ?? make();
    made.set(program, there);
    return there;
  };
}
