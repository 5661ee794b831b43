// The acts on rows without a history: one is added, changed, removed. Each is one change set that says what it did by the row's name
// and can be undone; what a form holds is read by its fields.
import { z } from 'zod';
import type { Fields } from '../../shared/kit/fields.ts';
import { formSchema } from '../../shared/kit/formSchema.ts';
import { byId } from '../../shared/kit/list.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Right } from '../../shared/rights.ts';
import { pinyinOf } from './pinyin.ts';
import type { Change } from '../ground/office/office.ts';
import type { Row } from '../ground/office/schema.ts';
import { act } from '../trpc.ts';
import { columnsOf } from './columns.ts';
import { readTyped } from './typed.ts';

type Written = { id: number };

/**
 * @param options.keys what the form asks for; `name` is what a row is called
 * @param options.spelled the table keeps the name's initials, by which it is found
 * @param options.stands why a row can't be removed, in words; null where it can
 */
export function rowActs<Of extends Fields, Keys extends keyof Of & string>(options: {
  /** Of the acts, as the audit keeps it: contact. */
  kind: string;
  table: string;
  /** 联系人. */
  noun: string;
  right: Right;
  fields: Of;
  keys: readonly Keys[];
  spelled?: true;
  stands?: (change: Change, id: number, name: string) => string | null;
}) {
  const { kind, table, noun, right, fields, keys, spelled, stands } = options;
  const form = formSchema(fields, keys);
  // Such a number needs acts of its own: it is masked, looked at by an act, and can be doubtful (rooms/roster/workerForm.ts).
  if (keys.some((key) => fields[key]?.kind === 'idNumber'))
    throw new Error(`${kind}: rows with ID numbers need acts of their own`);

  function nameOf(change: Change, id: number): string {
    const row = change.office.row(table, id);
    if (!row) throw new Refusal(`没有找到这个${noun}，可能已被删除或撤销。请刷新列表。`);
    return String(row.name);
  }
  function written(values: object): Row {
    const read = readTyped(fields, values) as Parameters<typeof columnsOf>[0];
    const { name } = read;
    const initials = spelled && typeof name === 'string' ? { initials: pinyinOf(name.trim(), { surname: true }).initials } : {};
    return columnsOf({ ...read, ...initials });
  }
  return {
    add: act(`${kind}.add`, {
      input: form,
      may: right,
      run(change, values): Written {
        const id = change.insert(table, written(values));
        change.say(`新增${noun} ${nameOf(change, id)}`);
        return { id };
      },
    }),
    save: act(`${kind}.save`, {
      input: z.object({ id: byId.shape.id, row: form.partial() }),
      may: right,
      run(change, { id, row }): Written {
        nameOf(change, id);
        change.update(table, id, written(row));
        change.say(`修改${noun} ${nameOf(change, id)}`);
        return { id };
      },
    }),
    remove: act(`${kind}.remove`, {
      input: byId,
      may: right,
      run(change, { id }): Written {
        const name = nameOf(change, id);
        const why = stands?.(change, id, name) ?? null;
        if (why !== null) throw new Refusal(why);
        change.remove(table, id);
        change.say(`删除${noun} ${name}`);
        return { id };
      },
    }),
  };
}
