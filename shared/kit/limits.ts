// How long what is typed may be, in characters: the form says so, the server refuses what is longer, in the same words.
// And how much can be chosen.
export const limits = {
  /** Of a place, a grid, a company. */
  name: 50,
  shortName: 20,
  line: 100,
  /** Boundaries, addresses of several parts. */
  passage: 200,
  note: 1000,
} as const;

/** How many rows somebody can choose at once: more than any office has. */
export const mostChosen = 20_000;

export const tooLong = (title: string, most: number): string => `${title}太长，请缩短到 ${most} 字以内`;
