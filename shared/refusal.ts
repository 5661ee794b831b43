// An act the program declines for a reason the person can act on. Its message is Chinese and is shown as it stands:
// what happened, to which row, file or person, and what to do now. It quotes what was typed; an ID number in that is masked.
import { shownSummary } from './rules/masking.ts';

/** What succeeds where something was refused, if a screen can offer it: 存为 PDF. */
export type Instead = 'pdf' | null;

export class Refusal extends Error {
  override readonly name = 'Refusal';

  readonly instead: Instead;

  constructor(message: string, { instead = null }: { instead?: Instead } = {}) {
    super(shownSummary(message));
    this.instead = instead;
  }
}
