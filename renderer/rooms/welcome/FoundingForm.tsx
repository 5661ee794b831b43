// Who begins, who a new office is, and its quotas if somebody knows them. What is typed stays while the person looks at another way to begin.
import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance, Input } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { officeTyped, quotaBounds } from '../../../shared/settings.ts';
import type { Founding } from '../../../shared/welcome.ts';
import { api } from '../../api.ts';
import { CountField } from '../../ui/fields/CountField.tsx';
import { schemaRule } from '../../ui/fields/schemaRule.ts';

type Quota = Omit<Founding['quota'], 'workersCountedBy'>;
/** `person`: the name of whoever begins. A demo office asks nothing else. */
export type FoundingValues = { person: string; street: string; unit: string; areaCode?: string } & Partial<Quota>;

export const foundingOf = ({ street, unit, areaCode = '', ...quota }: FoundingValues): Founding => ({
  street,
  unit,
  areaCode,
  quota: {
    communities: quota.communities ?? null,
    compounds: quota.compounds ?? null,
    urbanGrids: quota.urbanGrids ?? null,
    ruralGrids: quota.ruralGrids ?? null,
    workers: quota.workers ?? null,
    workersCountedBy: 'person',
  },
});

const quotas: readonly { name: keyof Quota; label: string }[] = [
  { name: 'communities', label: '社区（村居）' },
  { name: 'compounds', label: '居民小区' },
  { name: 'urbanGrids', label: '城市网格' },
  { name: 'ruralGrids', label: '农村网格' },
  { name: 'workers', label: '网格员' },
];

/** The form of one way to begin. Enter goes to the next field, and begins after the last. */
function WelcomeForm(props: {
  form: FormInstance<FoundingValues>;
  onChange?: (changed: Partial<FoundingValues>) => void;
  onEnd: () => void;
  children: ReactNode;
}) {
  const { form, onChange, onEnd, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const inputs = [...(frame.current?.querySelectorAll('input') ?? [])];
    inputs.find(({ value }) => value === '')?.focus();
  }, []);
  const walkOn = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const inputs = [...(frame.current?.querySelectorAll('input') ?? [])];
    const next = inputs[inputs.indexOf(event.target as HTMLInputElement) + 1];
    if (next) next.focus();
    else onEnd();
  };
  return (
    <div ref={frame} onKeyDown={walkOn}>
      <Form<FoundingValues>
        form={form}
        className="rail-form welcome-form"
        layout="vertical"
        requiredMark={false}
        preserve
        autoComplete="off"
        {...(onChange ? { onValuesChange: onChange } : {})}
      >
        {children}
      </Form>
    </div>
  );
}

function PersonField() {
  const { data: me } = useQuery(api.people.me.queryOptions());
  return (
    <Form.Item
      name="person"
      label="您的姓名"
      className="whole"
      initialValue={me?.person?.name}
      rules={[{ required: true, whitespace: true, message: '请填写您的姓名' }]}
      extra="操作记录里写这个名字；别人来用时，点右下角的“换人”"
    >
      <Input placeholder="如：王建国" />
    </Form.Item>
  );
}

export const DemoForm = ({ form, onEnd }: { form: FormInstance<FoundingValues>; onEnd: () => void }) => (
  <WelcomeForm form={form} onEnd={onEnd}>
    <PersonField />
  </WelcomeForm>
);

export function FoundingForm({ form, onEnd }: { form: FormInstance<FoundingValues>; onEnd: () => void }) {
  // The form's own isFieldTouched is true for what was proposed, too.
  const unitTyped = useRef(false);
  const proposeUnit = (changed: Partial<FoundingValues>) => {
    if (changed.unit !== undefined) unitTyped.current = true;
    const street = changed.street?.trim();
    if (street === undefined || unitTyped.current) return;
    form.setFieldValue('unit', street && `${street}办事处`);
  };
  return (
    <>
      <h2 className="rail-title">姓名与单位</h2>
      <WelcomeForm form={form} onChange={proposeUnit} onEnd={onEnd}>
        <PersonField />
        <Form.Item name="street" label="街道名称" className="whole" required rules={[schemaRule(officeTyped.street)]}>
          <Input placeholder="如：沂城街道" />
        </Form.Item>
        <Form.Item
          name="unit"
          label="单位全称"
          className="whole"
          required
          rules={[schemaRule(officeTyped.unit)]}
          extra="报表的“填报单位”和指示牌的“发布单位”都用它"
        >
          <Input placeholder="如：沂城街道办事处" />
        </Form.Item>
        <Form.Item
          name="areaCode"
          label="街道区划代码（选填）"
          className="whole"
          rules={[schemaRule(officeTyped.areaCode)]}
          extra="如 371323001，不清楚可以不填"
        >
          <Input placeholder="9 位统计用区划代码" inputMode="numeric" />
        </Form.Item>
        <h3>编制（选填，用来核对数字，以后可在设置里改）</h3>
        {quotas.map(({ name, label }) => (
          <CountField key={name} name={name} of={{ kind: 'count', title: label, bounds: quotaBounds }} className="quota" />
        ))}
      </WelcomeForm>
    </>
  );
}
