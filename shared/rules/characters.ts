// Sets of Unicode characters in a form short enough to ship: ascending runs, each as gap and length in base 36.

/** Writes ascending code points as `gap` or `gap.length`, separated by spaces; `gap` counts from the end of the run before. */
export function compactRanges(codes: readonly number[]): string {
  const runs: string[] = [];
  let end = 0;
  for (let at = 0; at < codes.length; ) {
    const first = codes[at] ?? 0;
    let length = 1;
    while (codes[at + length] === first + length) length++;
    runs.push(length === 1 ? (first - end).toString(36) : `${(first - end).toString(36)}.${length.toString(36)}`);
    end = first + length;
    at += length;
  }
  return runs.join(' ');
}

export type CharacterSet = {
  has(code: number): boolean;
};

/** Each run that `compactRanges` wrote, up to the code point after it. */
export function* runsOf(compact: string): Generator<readonly [first: number, end: number]> {
  let end = 0;
  for (const run of compact.split(' ').filter(Boolean)) {
    const [gap = '0', length = '1'] = run.split('.');
    const first = end + Number.parseInt(gap, 36);
    end = first + Number.parseInt(length, 36);
    yield [first, end];
  }
}

/** Reads what `compactRanges` wrote, as a set. */
export function readRanges(compact: string): CharacterSet {
  const runs = [...runsOf(compact)];
  const firsts = runs.map(([first]) => first);
  const ends = runs.map(([, end]) => end);
  return {
    has(code) {
      let [low, high] = [0, firsts.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (code < (firsts[middle] ?? 0)) high = middle - 1;
        else if (code >= (ends[middle] ?? 0)) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}

/** As CSS writes it: U+4e00-4e0a,U+4e10. */
export function unicodeRange(codes: readonly number[]): string {
  const runs: string[] = [];
  for (let at = 0; at < codes.length; ) {
    const first = codes[at] ?? 0;
    let length = 1;
    while (codes[at + length] === first + length) length++;
    runs.push(`U+${first.toString(16)}${length === 1 ? '' : `-${(first + length - 1).toString(16)}`}`);
    at += length;
  }
  return runs.join(',');
}
