// An act the program declines for a reason the person can act on. Its message is Chinese and is shown as it stands:
// what happened, to which row, file or person, and what to do now. It quotes what was typed; an ID number in that is masked.
import { shownSummary } from './rules/masking.ts';

export class Refusal extends Error {
  override readonly name = 'Refusal';

  /** What succeeds instead, where the screen can offer it. */
  readonly instead: 'pdf' | null;

  constructor(message: string, { instead = null }: { instead?: 'pdf' | null } = {}) {
    super(shownSummary(message));
    this.instead = instead;
  }
}
