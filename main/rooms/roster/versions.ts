// The roster's three kinds of things whose names and places hold from a day to a day.
import type { Office } from '../../ground/office/office.ts';
import type { Reader } from '../../ground/office/schema.ts';
import { asOfDay, type Versions, versionsOf } from '../../kit/versions.ts';

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

/** Why a thing isn't there on a day. @param noun 网格 */
export function absence(office: Office, versions: Versions, of: { noun: string; id: number; day: string }): string {
  const { noun, id, day } = of;
  const all = versionsOf(office, versions, id);
  const [first] = all;
  const last = all.at(-1);
  if (typeof last?.last_day === 'string' && last.last_day < day)
    return `“${String(last.name)}”用到 ${last.last_day} 为止，${day} 已不再使用。`;
  if (typeof first?.first_day === 'string' && first.first_day > day)
    return `“${String(first.name)}”自 ${first.first_day} 才启用，${day} 还没有它，到那天才会列出。`;
  return `${day} 没有这个${noun}，可能已停用、删除，或新增已被撤销。`;
}
