// The roster's three kinds of things whose names and places hold from a day to a day.
import type { Office } from '../../ground/office/office.ts';
import type { Reader } from '../../ground/office/schema.ts';
import { asOfDay, type Versions } from '../../kit/versions.ts';

export const placeVersions: Versions = { entity: 'place_version', subject: 'place_id', spelled: ['initials', 'pinyin'] };
export const gridVersions: Versions = { entity: 'grid_version', subject: 'grid_id', spelled: ['initials'] };
export const branchVersions: Versions = { entity: 'branch_version', subject: 'branch_id', spelled: ['short'] };

/** What a thing is called on a day; of one that is gone by then, its last name. Undefined where it doesn't exist. */
export const nameOn = (office: Reader | Office, versions: Versions, id: number, day: string): string | undefined =>
  office.db
    .prepare<{ id: number; day: string }, string | null>(`SELECT ${asOfDay(versions, 'name', '@id', '@day')}`)
    .pluck()
    .get({ id, day }) ?? undefined;

/** Every code that anything has, had or will have. */
export const listCodes = (office: Office, { entity }: Versions): string[] =>
  office.prepare<[], string>(`SELECT DISTINCT code FROM ${entity} WHERE code IS NOT NULL`).pluck().all();
