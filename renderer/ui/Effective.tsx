// A changed name, code, kind, branch, community or place must say whether it was a typing error or holds from a day on, because
// 30 June keeps the names of 30 June. Neither answer is proposed: only the person knows.
import { Form, Radio } from 'antd';
import { DayField } from './day/DayField.tsx';
import { dayIn, type DayValue } from './day/dayValue.ts';
import { useToday } from './useToday.ts';

export type EffectiveValues = { since?: 'correction' | 'day'; day?: DayValue };

/** What goes over the wire with the fields; nothing where nothing with a history differs. */
export const effectiveOf = ({ since, day }: EffectiveValues): { effective?: string } => {
  if (since === undefined) return {};
  return { effective: (since === 'day' ? dayIn(day) : null) ?? 'correction' };
};

const text = (value: string | null | undefined): string | null => value?.trim() || null;

/** True where the form says something else than what was read; blanks at the ends don't count. */
export const differ = (typed: string | number | null | undefined, present: string | number | null): boolean =>
  (typeof typed === 'string' ? text(typed) : (typed ?? null)) !== present;

/**
 * Shown while something that has a history differs.
 * @param props.renamed the name does, among others
 * @param props.fields what has a history in this form, in words
 */
export function Effective({ changed, renamed, fields }: { changed: boolean; renamed: boolean; fields: string }) {
  const today = useToday();
  const since = Form.useWatch<EffectiveValues['since']>('since', Form.useFormInstance());
  if (!changed) return null;
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
          <p className="grey small">只有{fields}从这一天起变更，其他资料保存后马上生效。</p>
        </>
      ) : null}
    </div>
  );
}
