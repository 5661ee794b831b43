// The roster's rows as choices of a form's field.
import type { PlaceLevel } from '../../../shared/roster/words.ts';
import { client } from '../../api.ts';
import type { Choice } from '../../ui/fields/picks.ts';

const limit = 60;
const hint = (...parts: (string | null)[]): string => parts.filter(Boolean).join(' ');

/** Places of a level, or of both. */
export async function placeChoices(asOf: string, level: PlaceLevel | undefined, search: string | undefined): Promise<Choice[]> {
  const { rows } = await client.roster.places.list.query({ asOf, level, search, offset: 0, limit });
  return rows.map((row) => ({ value: row.id, label: row.name, hint: hint(row.branchShort, row.communityName) }));
}

/** Grids of the day; only those that nobody holds on it, where that matters. */
export async function gridChoices(asOf: string, vacantOnly: boolean, search: string | undefined): Promise<Choice[]> {
  const vacant = vacantOnly ? true : undefined;
  const { rows } = await client.roster.grids.list.query({ asOf, vacant, search, offset: 0, limit });
  return rows.map((row) => ({ value: row.id, label: row.name, hint: hint(row.branchShort, row.communityName) }));
}

export async function servingWorkerChoices(asOf: string, search: string | undefined): Promise<Choice[]> {
  const { rows } = await client.roster.workers.list.query({ asOf, status: 'onDuty', search, offset: 0, limit });
  return rows.map((row) => ({ value: row.id, label: row.name, hint: hint(row.gridName) }));
}

/** Who serves nowhere: first those who never did, then those who left. */
export async function idleWorkerChoices(asOf: string, search: string | undefined): Promise<Choice[]> {
  const [unassigned, left] = await Promise.all([
    client.roster.workers.list.query({ asOf, status: 'unassigned', search, offset: 0, limit }),
    client.roster.workers.list.query({ asOf, status: 'left', search, offset: 0, limit }),
  ]);
  return [
    ...unassigned.rows.map((row) => ({ value: row.id, label: row.name, hint: hint('未上岗', row.mobile) })),
    ...left.rows.map((row) => ({ value: row.id, label: row.name, hint: hint('已离岗', row.gridName) })),
  ];
}
