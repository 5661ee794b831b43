// Whoever changes what holds from a day to a day (`dated` in the fields: names, codes, kinds, and what belongs where) must say whether it
// was a typing error or holds from a day on, because 30 June keeps the names of 30 June. Neither answer is proposed: only the person knows.
import { Form, Radio } from 'antd';
import type { Fields } from '../../shared/kit/fields.ts';
import { fieldSchema, wireKey } from '../../shared/kit/formSchema.ts';
import { DayField } from './day/DayField.tsx';
import { dayIn, type DayValue } from './day/dayValue.ts';
import { useToday } from './useToday.ts';

export type EffectiveValues = { since?: 'correction' | 'day'; day?: DayValue };

/** What goes over the wire with the fields; nothing where nothing with a history differs. */
export const effectiveOf = ({ since, day }: EffectiveValues): { effective?: string } => {
  if (since === undefined) return {};
  if (since === 'correction') return { effective: since };
  const from = dayIn(day);
  // The form refuses a day that is lacking.
  if (from === null) throw new Error('请填写从哪天起');
  return { effective: from };
};

const text = (value: unknown): unknown => (typeof value === 'string' ? value.trim() || null : (value ?? null));

/** The dated fields whose form says something else than the row; one that every row has and that is left empty stays as it was. */
function changedOf(fields: Fields, dated: readonly string[], values: object, row: object): string[] {
  const held = row as Readonly<Record<string, unknown>>;
  const typed = values as Readonly<Record<string, unknown>>;
  return dated.filter((key) => {
    const field = fields[key];
    if (!field) return false;
    const name = wireKey(field, key);
    if (!(name in held)) throw new Error(`the row doesn't say its ${name}`);
    // As it would be kept: a code without the blanks it was typed with.
    const { data } = fieldSchema(field).safeParse(typed[name] ?? null);
    const now = text(data ?? typed[name]);
    return now !== (held[name] ?? null) && !(now === null && (field.known || field.kind === 'choice'));
  });
}

/**
 * Shown in the form of a row while something that is dated (shared/kit/fields.ts) differs from the row.
 * @param props.keys the fields that the form asks for
 */
export function Effective<Of extends Fields>(props: { fields: Of; keys: readonly (keyof Of & string)[]; row: object }) {
  const { fields, keys, row } = props;
  const today = useToday();
  const form = Form.useFormInstance();
  const since = Form.useWatch<EffectiveValues['since']>('since', form);
  const values = Form.useWatch([], form) as object | undefined;
  const dated = keys.filter((key) => fields[key]?.dated);
  const changed = values ? changedOf(fields, dated, values, row) : [];
  if (changed.length === 0) return null;
  const renamed = changed.includes('name');
  return (
    <div className="wide effective">
      <Form.Item
        name="since"
        label={renamed ? '改名是因为' : '改动是因为'}
        rules={[{ required: true, message: '请选择' }]}
        validateTrigger="onChange"
      >
        <Radio.Group
          vertical
          options={[
            { value: 'correction', label: '更正笔误（原来填错了，旧记录一并改正）' },
            { value: 'day', label: `从某日起${renamed ? '更名' : '变更'}（之前的日子仍用旧的）` },
          ]}
        />
      </Form.Item>
      {since === 'day' ? (
        <>
          <DayField name="day" of={{ kind: 'day', title: '从哪天起', required: '请填写从哪天起' }} initialValue={today} />
          <p className="grey small">
            只有{dated.map((key) => fields[key]?.title).join('、')}从这一天起变更，其他资料保存后马上生效。
          </p>
        </>
      ) : null}
    </div>
  );
}
