// What a list says of the community itself, its telephone and its secretary: written to the community where the person has chosen so,
// never to the worker. Rows that say different things of one community are refused.
import { communityOwn, fieldTitle } from '../../../shared/imports/fields.ts';
import { type Labels, rowsWords } from '../../../shared/imports/rowNumber.ts';
import { fieldSchema } from '../../../shared/kit/formSchema.ts';
import { communityFields } from '../../../shared/roster/placeFields.ts';
import type { Office } from '../../ground/office/office.ts';
import { type FieldChange, type JudgedRow, refusal } from './judged.ts';
import { isPlanned, placeKey, type PlannedCommunity } from './planned.ts';
import type { RowReading, RowValues } from './rowReading.ts';

/** By the field of a list: the community's own field, which is its column too. */
const columns = { communityPhone: 'phone', secretary: 'secretary' } as const;

/** As a form would take it. */
export function readCommunityOwn(row: RowReading): void {
  for (const field of communityOwn) {
    const text = row.text(field);
    if (text === '') continue;
    const read = fieldSchema(communityFields[columns[field]]).safeParse(text);
    if (read.success && typeof read.data === 'string') {
      row.values[field] = read.data;
      row.tidy(field, read.data);
    } else row.refuse(field, text, read.error?.issues[0]?.message ?? '这一格读不出来，请核对');
  }
}

/** What a row would change of a community that the office has. */
export function communityChanges(office: Office, { community, values }: JudgedRow): FieldChange[] {
  if (!community || isPlanned<PlannedCommunity>(community)) return [];
  const place = communityOwn.some((field) => values[field] !== undefined) ? office.row('place', community.placeId) : undefined;
  return communityOwn.flatMap((field) => {
    const from = String(place?.[columns[field]] ?? '');
    const to = values[field];
    return to === undefined || to === from ? [] : [{ field, from, to }];
  });
}

/** As the community's form has it; what the row doesn't say is left out. */
export const communityForm = (values: RowValues): { phone?: string; secretary?: string } =>
  Object.fromEntries(communityOwn.flatMap((field) => (values[field] === undefined ? [] : [[columns[field], values[field]]])));

/** @param labels what stands before a row's number (rowNumber.ts) */
export function nameCommunityContradictions(rows: readonly JudgedRow[], labels: Labels): void {
  for (const field of communityOwn) {
    const saying = rows.filter(({ community, values }) => community !== null && values[field] !== undefined);
    for (const own of Map.groupBy(saying, ({ community }) => community && placeKey(community)).values()) {
      const [first] = own;
      const differing = own.filter(({ values }) => values[field] !== first?.values[field]);
      if (!first || differing.length === 0) continue;
      for (const judged of own) {
        const others = own.filter((other) => other.values[field] !== judged.values[field]).slice(0, 5);
        const words = `与${rowsWords(
          others.map(({ row }) => row),
          labels,
        )}的${fieldTitle(field)}不同，请改成一样`;
        judged.otherIssues.push(refusal(field, judged.values[field] ?? '', words));
      }
    }
  }
}
