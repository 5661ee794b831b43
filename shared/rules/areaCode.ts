// Statistical area codes (统计用区划代码): 9 digits name the street, 12 the community, and this office adds 3 for the grid.
// Kind from digits 10–12: 001–199 are 居委会, 200 and up 村委会 (国家统计局《统计用区划代码和城乡划分代码编制规则》).

export type PlaceKind = 'urban' | 'rural';

/** How many digits the code of each has. */
export const codeDigits = { street: 9, community: 12, grid: 15 } as const;

export const isCode = (text: string, digits: number): boolean => text.length === digits && /^\d+$/.test(text);

/** Said of a code that has more or fewer digits, or something else among them. */
export const codeWanted = (title: string, digits: number): string => `${title}应为 ${digits} 位数字`;

/** The kind a community's 12-digit (or a grid's 15-digit) code proposes; null when the code says nothing. */
export function kindOfAreaCode(code: string): PlaceKind | null {
  if (!isCode(code, codeDigits.community) && !isCode(code, codeDigits.grid)) return null;
  const number = Number(code.slice(9, 12));
  if (number === 0) return null;
  return number < 200 ? 'urban' : 'rural';
}
