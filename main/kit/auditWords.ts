// What 操作记录 calls the columns of a room's tables, from the titles of the fields that are written to them. Columns that are no field
// are named in the room's tables.ts.
import { type Field, type Fields } from '../../shared/kit/fields.ts';
import { type Bindings, keysOf, namesOf } from './bindings.ts';
import { columnOf } from './columns.ts';

/** mobile_confirmed → 手机号码已核对, of the columns of a row or of a version. */
export const columnWords = <Of extends Fields>(
  into: 'row' | 'version',
  fields: Of,
  bindings: Bindings<Of>,
): Record<string, string> =>
  Object.fromEntries(
    keysOf(fields)
      .filter((key) => bindings[key].writes === into)
      .flatMap((key) => {
        const field = fields[key] as Field;
        const [own = key, confirmed] = namesOf(field, key).map(columnOf);
        return [[own, field.title], ...(confirmed === undefined ? [] : [[confirmed, `${field.title}已核对`]])];
      }),
  );
