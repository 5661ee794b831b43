// An act the program declines for a reason the person can act on. Its message is Chinese and is shown as it stands:
// what happened, to which row, file or person, and what to do now.

export class Refusal extends Error {
  override readonly name = 'Refusal';
}
