// In which row and column the middle of a picture lies, from how its file anchors it: a picture that reaches over several rows
// belongs to the one that holds its middle.

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
  middle(from: Place, to: Place): number {
    let distance = this.#into(to) - this.#into(from);
    for (let index = from.index; index < Math.min(to.index, this.#last); index++) distance += this.size(index);
    return this.#after(from, distance / 2);
  }

  /** The same for what begins at a place and is so long. */
  middleOf(from: Place, length: number): number {
    return this.#after(from, length / 2);
  }

  /** The same for what begins so far from the sheet's edge. */
  middleFromStart(distance: number, length: number): number {
    return this.#after({ index: 0, offset: 0 }, distance + length / 2);
  }

  /** Programs write offsets beyond the cell they are in. */
  #into({ index, offset }: Place): number {
    return Math.min(Math.max(offset, 0), this.size(index));
  }

  #after(from: Place, distance: number): number {
    let left = this.#into(from) + Math.max(distance, 0);
    let { index } = from;
    while (index < this.#last && left > this.size(index)) {
      left -= this.size(index);
      index++;
    }
    return index;
  }
}

/** Counted from 0; the offset in the axis' own unit. */
export type Place = { index: number; offset: number };
