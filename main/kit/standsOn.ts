// A thing that stands on another, a grid on its place, a compound on its community, a community under its branch, does so only
// from the day on which the other is there. Held at the end of every act, an undo too.
import { earliestDay } from '../../shared/rules/day.ts';
import type { Reader, Row, Written } from '../ground/office/schema.ts';
import { asOfDay, type Versions } from './versions.ts';

/** What a column of a version speaks of. */
export type Support = { column: string; on: Versions };

type Early = { id: number; thing: string; ground: string; firstDay: string | null; begun: string; only: 0 | 1 };

function refusal({ thing, ground, firstDay, begun }: Early, isNew: boolean): string {
  const told = `“${ground}”自 ${begun} 才启用，“${thing}”不能${firstDay === null ? '在此之前' : `自 ${firstDay} 起`}就归它。`;
  if (isNew) return `${told}请把启用日期填为 ${begun} 或以后，或改选别的。`;
  return `${told}请选“从某日起变更”，日期填 ${begun} 或以后；或改选别的。`;
}

/**
 * @param written rows of the versions; one that stood so before is left alone
 * @returns why not, by both names and the day, or null
 */
export function standsTooEarly(
  office: Reader,
  { entity, subject }: Versions,
  supports: readonly Support[],
  written: readonly Written[],
): string | null {
  for (const { column, on } of supports) {
    const moved = (before: Row | null, after: Row): boolean =>
      after[column] !== null && (before?.[column] !== after[column] || before?.first_day !== after.first_day);
    const ids = written.filter(({ before, after }) => after && moved(before, after)).map(({ id }) => id);
    if (ids.length === 0) continue;
    const found = office.db
      .prepare<[string], Early>(
        `SELECT own.id, own.name AS thing, own.first_day AS firstDay, ground.begun,
           ${asOfDay(on, 'name', `own.${column}`, 'ground.begun')} AS ground,
           NOT EXISTS (SELECT 1 FROM ${entity} AS other WHERE other.${subject} = own.${subject} AND other.id <> own.id) AS only
         FROM ${entity} AS own JOIN (
           SELECT ${on.subject} AS id, min(ifnull(first_day, '${earliestDay}')) AS begun FROM ${on.entity} GROUP BY ${on.subject}
         ) AS ground ON ground.id = own.${column}
         WHERE own.id IN (SELECT value FROM json_each(?)) AND ground.begun > ifnull(own.first_day, '${earliestDay}') LIMIT 1`,
      )
      .get(JSON.stringify(ids));
    if (found) return refusal(found, found.only === 1 && written.some(({ id, before }) => id === found.id && before === null));
  }
  return null;
}
