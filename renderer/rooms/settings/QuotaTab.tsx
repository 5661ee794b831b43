// 编制: the numbers that 今日 holds the ledger against. A number left empty is not checked. Also whether who holds two grids
// counts once.
import { Form, Radio } from 'antd';
import { quotaBounds, type Settings } from '../../../shared/settings.ts';
import { client } from '../../api.ts';
import { CountField } from '../../ui/fields/CountField.tsx';
import { SettingsForm } from './SettingsForm.tsx';

type Values = Settings['quota'];

const fields: readonly { name: keyof Values; label: string; unit: string }[] = [
  { name: 'communities', label: '社区（村居）', unit: '个' },
  { name: 'compounds', label: '居民小区', unit: '个' },
  { name: 'urbanGrids', label: '城市网格', unit: '个' },
  { name: 'ruralGrids', label: '农村网格', unit: '个' },
  { name: 'workers', label: '专职网格员', unit: '人' },
];

const sum = (...parts: (number | null | undefined)[]): number | null =>
  parts.every((part) => typeof part === 'number') ? parts.reduce<number>((total, part) => total + (part ?? 0), 0) : null;

/** Says aloud whether the quotas close among themselves, as they do in an office with one grid a place. */
function Closing({ values }: { values: Partial<Values> | undefined }) {
  const places = sum(values?.communities, values?.compounds);
  const grids = sum(values?.urbanGrids, values?.ruralGrids);
  if (places === null || grids === null) return <p className="grey">没有填的数字不核对。</p>;
  const closes = places === grids && (values?.workers ?? grids) === grids;
  return (
    <p className={closes ? 'grey' : 'red'}>
      社区加小区 {places} 个，城市加农村网格 {grids} 个
      {typeof values?.workers === 'number' ? `，网格员 ${values.workers} 人` : ''}
      {closes ? '，三者相符。' : '，三者不相等。一个社区有几个网格，或网格暂不配人时可以这样，请确认。'}
    </p>
  );
}

export function QuotaTab({ settings }: { settings: Settings }) {
  const [form] = Form.useForm<Values>();
  const values = Form.useWatch([], form) as Partial<Values> | undefined;
  return (
    <SettingsForm<Values>
      tab="quota"
      form={form}
      present={settings.quota}
      saveText="保存编制"
      onSave={(next) => client.settings.saveQuota.mutate(next)}
    >
      {fields.map(({ name, label, unit }) => (
        <CountField
          key={name}
          name={name}
          of={{ kind: 'count', title: label, bounds: quotaBounds }}
          unit={unit}
          inputClass="settings-number"
        />
      ))}
      <Form.Item name="workersCountedBy" label="一人兼两个网格" extra="只影响与编制核对的在岗人数，名单和报表里仍是一个人。">
        <Radio.Group
          options={[
            { value: 'person', label: '按人计，算 1 人' },
            { value: 'grid', label: '按网格计，算 2 人' },
          ]}
        />
      </Form.Item>
      <Closing values={values} />
    </SettingsForm>
  );
}
