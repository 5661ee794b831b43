// What a search box looks through, for each kind of row: SQL over the joins of its query. A row is found where all words of the search
// stand somewhere in its haystack (main/kit/searchTerms.ts), both as `searchable` makes them.
const lines = (...columns: readonly string[]): string => `concat_ws(char(10), ${columns.join(', ')})`;

const gridOfDay = ['day_grid.name', 'day_grid.initials', 'day_grid.code'] as const;
const placeOfDay = ['day_place.name', 'day_place.initials', 'day_place.community_name'] as const;

/** Of each grid that somebody holds; whoever holds several is found by all of them. */
export const heldGridHaystack = lines(...gridOfDay, ...placeOfDay);

/** Of a worker; `own` is the version of the grid where they stand. */
export const workerHaystack = `searchable(${lines(
  'worker.name',
  'worker.initials',
  'worker.pinyin',
  'worker.mobile',
  'own.name',
  'own.initials',
  'own.code',
  ...placeOfDay,
)})`;

/** Of a place, its former names among it; for the command box. */
export const placeHaystack = `searchable(${lines('own.name', 'own.initials', 'own.pinyin', 'own.code', 'past.names')})`;

/** What the list of places finds besides. */
export const placesListHaystack = `searchable(${lines(
  'day_place.haystack',
  'day_place.community_name',
  'place.secretary',
  'property_company.name',
)})`;

/** Of a grid, its former names and codes among it; for the command box. */
export const gridHaystack = `searchable(${lines('own.name', 'own.initials', 'own.code', 'past.names')})`;

/** What the list of grids finds besides. */
export const gridsListHaystack = lines(
  'day_grid.haystack',
  `searchable(${lines('day_place.name', 'day_place.initials', 'day_place.pinyin', 'day_place.community_name', 'worker.name', 'worker.initials')})`,
);

/** Of a grid's board: by the grid, and by who serves there. */
export const boardHaystack = `searchable(${lines(heldGridHaystack, 'worker.name', 'worker.initials', 'worker.pinyin', 'worker.mobile')})`;
