// The nearest known names to a misspelt one, for "可能是“前石村”" and the buttons beside it. Pure.

/** Changes of one character that make one text of the other. */
function distance(a: readonly string[], b: readonly string[]): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, own] of a.entries()) {
    const current = [row + 1];
    for (const [column, other] of b.entries())
      current.push(
        Math.min((previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1, (previous[column] ?? 0) + (own === other ? 0 : 1)),
      );
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Something by every name it is looked for: the present one first, then former ones and codes. */
export type Sought = { names: readonly string[]; initials: string; pinyin: string };

/** Said alike, typed alike: closer than any one wrong character. */
const sameSound = 0.5;

/** How far a text is from what is sought; null where nothing suggests it. */
function farness(text: string, own: readonly string[], sound: string, { names, pinyin }: Sought): number | null {
  let best: number | null = sound !== '' && sound === pinyin ? sameSound : null;
  for (const name of names) {
    if (name === text) return 0;
    const candidate = Array.from(name);
    const bound = best ?? Math.ceil(own.length / 2);
    if (Math.abs(candidate.length - own.length) >= bound) continue;
    const found = distance(own, candidate);
    if (found < bound) best = found;
  }
  return best;
}

/**
 * The closest of what is known, the nearest first; none that is not closer than half of the text, or said alike.
 * @param sound the text's own pinyin; '' where it isn't to count
 */
export function nearest<Candidate extends Sought>(
  text: string,
  sound: string,
  candidates: readonly Candidate[],
  most: number,
): Candidate[] {
  const own = Array.from(text);
  return candidates
    .flatMap((candidate) => {
      const far = farness(text, own, sound, candidate);
      return far === null ? [] : [{ candidate, far }];
    })
    .sort((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The closest of the names, or null when none is closer than half of the text. */
export const nearestName = (text: string, names: readonly string[]): string | null =>
  nearest(
    text,
    '',
    names.map((name) => ({ names: [name], initials: '', pinyin: '' })),
    1,
  )[0]?.names[0] ?? null;

/** Those in which the typed letters, digits or characters stand, whoever begins with them first. */
export function matching<Candidate extends Sought>(typed: string, candidates: readonly Candidate[], most: number): Candidate[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return candidates.slice(0, most);
  const texts = ({ names, initials, pinyin }: Sought): string[] => [...names.map((name) => name.toLowerCase()), initials, pinyin];
  const begins = candidates.filter((candidate) => texts(candidate).some((own) => own.startsWith(text)));
  const begun = new Set(begins);
  const holds = candidates.filter((candidate) => !begun.has(candidate) && texts(candidate).some((own) => own.includes(text)));
  return [...begins, ...holds].slice(0, most);
}
