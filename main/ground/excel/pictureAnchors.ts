// In which row and column the middle of a picture lies, from how its file anchors it: a picture that reaches over several rows
// belongs to the one that holds its middle, and one whose middle lies on the border of two to neither.

/** The sizes along one side of a sheet, in any unit; rows or columns that aren't named have the usual size. */
export class Axis {
  readonly #usual: number;
  readonly #sizes: ReadonlyMap<number, number>;
  readonly #last: number;

  /** @param last no picture is looked for beyond it */
  constructor(usual: number, sizes: ReadonlyMap<number, number>, last: number) {
    this.#usual = usual;
    this.#sizes = sizes;
    this.#last = last;
  }

  size(index: number): number {
    return this.#sizes.get(index) ?? this.#usual;
  }

  /** What holds the middle between two places, each so far into the row or column it names. */
  middle(from: Place, to: Place): Middle {
    let distance = this.#into(to) - this.#into(from);
    for (let index = from.index; index < Math.min(to.index, this.#last); index++) distance += this.size(index);
    return this.#after(from, distance / 2, distance);
  }

  /** The same for what begins at a place and is so long. */
  middleOf(from: Place, length: number): Middle {
    return this.#after(from, length / 2, length);
  }

  /** The same for what begins so far from the sheet's edge. */
  middleFromStart(distance: number, length: number): Middle {
    return this.#after({ index: 0, offset: 0 }, distance + length / 2, length);
  }

  /** Programs write offsets beyond the cell they are in. */
  #into({ index, offset }: Place): number {
    return Math.min(Math.max(offset, 0), this.size(index));
  }

  #after(from: Place, distance: number, length: number): Middle {
    let left = this.#into(from) + Math.max(distance, 0);
    let { index } = from;
    while (index < this.#last && left > this.size(index)) {
      left -= this.size(index);
      index++;
    }
    return { index, neighbour: length > 0 ? this.#across(index, left) : null };
  }

  /** The row or column on whose border with `index` a place lies, so far as files tell; what is hidden parts nothing. */
  #across(index: number, offset: number): number | null {
    const size = this.size(index);
    const isNear = (distance: number, other: number): boolean => distance <= Math.min(size, this.size(other)) * borderShare;
    let after = index + 1;
    while (after < this.#last && this.size(after) === 0) after++;
    if (after < this.#last && isNear(size - offset, after)) return after;
    let before = index - 1;
    while (before >= 0 && this.size(before) === 0) before--;
    return before >= 0 && isNear(offset, before) ? before : null;
  }
}

/** Programs round to pixels: so much of the smaller of two counts as their border. */
const borderShare = 0.03;

/** `neighbour`: the other one, where the middle lies on the border of two; else null. */
export type Middle = { index: number; neighbour: number | null };

/** Counted from 0; the offset in the axis' own unit. */
export type Place = { index: number; offset: number };
