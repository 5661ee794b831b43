// 单位信息: who the office is, as boards and tables say it.
import { Form, Input } from 'antd';
import type { Settings } from '../../../shared/settings.ts';
import { client } from '../../api.ts';
import { SettingsForm } from './SettingsForm.tsx';

type Values = Pick<Settings['office'], 'street' | 'unit' | 'areaCode' | 'phone'>;

export function OfficeTab({ settings }: { settings: Settings }) {
  const [form] = Form.useForm<Values>();
  const { street, unit, areaCode, phone } = settings.office;
  return (
    <SettingsForm<Values>
      tab="office"
      form={form}
      present={{ street, unit, areaCode, phone }}
      saveText="保存单位信息"
      onSave={(values) => client.settings.saveOffice.mutate(values)}
    >
      <Form.Item
        name="street"
        label="街道名称"
        extra="印在指示牌顶端"
        rules={[{ required: true, whitespace: true, message: '请填写街道名称' }]}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item
        name="unit"
        label="单位全称"
        extra="写在报表的填报单位处"
        rules={[{ required: true, whitespace: true, message: '请填写单位全称' }]}
      >
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item
        name="areaCode"
        label="街道区划代码"
        extra="统计用区划代码的前 9 位，用来核对社区代码"
        rules={[{ pattern: /^(\d{9})?$/, message: '街道区划代码应为 9 位数字' }]}
      >
        <Input maxLength={9} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="phone" label="办公电话" extra="写在报表的联系电话处">
        <Input maxLength={30} />
      </Form.Item>
    </SettingsForm>
  );
}
