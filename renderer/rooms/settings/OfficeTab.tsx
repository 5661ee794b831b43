// 单位信息: who the office is, as boards and tables say it.
import { Form, Input } from 'antd';
import { officeTyped, type Settings } from '../../../shared/settings.ts';
import { client } from '../../api.ts';
import { schemaRule } from '../../ui/fields/schemaRule.ts';
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
      <Form.Item name="street" label="街道名称" extra="印在指示牌顶端" required rules={[schemaRule(officeTyped.street)]}>
        <Input />
      </Form.Item>
      <Form.Item name="unit" label="单位全称" extra="写在报表的填报单位处" required rules={[schemaRule(officeTyped.unit)]}>
        <Input />
      </Form.Item>
      <Form.Item
        name="areaCode"
        label="街道区划代码"
        extra="统计用区划代码的前 9 位，用来核对社区代码"
        rules={[schemaRule(officeTyped.areaCode)]}
      >
        <Input inputMode="numeric" />
      </Form.Item>
      <Form.Item name="phone" label="办公电话" extra="写在报表的联系电话处" rules={[schemaRule(officeTyped.phone)]}>
        <Input />
      </Form.Item>
    </SettingsForm>
  );
}
