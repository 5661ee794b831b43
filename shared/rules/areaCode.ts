// Statistical area codes (统计用区划代码): 9 digits name the street, 12 the community, and this office adds 3 for the grid.
// Kind from digits 10–12: 001–199 are 居委会, 200 and up 村委会 (国家统计局《统计用区划代码和城乡划分代码编制规则》).

export type PlaceKind = 'urban' | 'rural';

const isCommunityCode = (code: string): boolean => /^\d{12}$/.test(code);
export const isGridCode = (code: string): boolean => /^\d{15}$/.test(code);

/** The kind a community's 12-digit (or a grid's 15-digit) code proposes; null when the code says nothing. */
export function kindOfAreaCode(code: string): PlaceKind | null {
  if (!isCommunityCode(code) && !isGridCode(code)) return null;
  const number = Number(code.slice(9, 12));
  if (number === 0) return null;
  return number < 200 ? 'urban' : 'rural';
}
