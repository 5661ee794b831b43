// The nearest known name to a misspelt one, for "可能是“前石村”". Pure.

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

/** The closest of the names, or null when none is closer than half of the text. */
export function nearestName(text: string, names: readonly string[]): string | null {
  const own = Array.from(text);
  let best: { name: string; distance: number } | null = null;
  for (const name of names) {
    const found = distance(own, Array.from(name));
    if (found < (best?.distance ?? Math.ceil(own.length / 2))) best = { name, distance: found };
  }
  return best?.name ?? null;
}
