// Who is at the keyboard: one of those the office knows, or somebody new. Asked once where nobody has said it (then it can't be
// closed), and again by 换人, since office PCs are shared.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { api, refreshEverything, told } from '../../api.ts';
import './people.css';
import { sitDown } from './sitDown.ts';

type Values = { known?: string | undefined; name?: string };

const Known = ({ names }: { names: readonly string[] }) => (
  <Form.Item name="known" label="用过的姓名">
    <Radio.Group className="who-names" options={names.map((name) => ({ value: name, label: name }))} />
  </Form.Item>
);

/** @param props.onClose left out where an answer must be given */
export function WhoDialog({ present, onClose }: { present: string | null; onClose?: () => void }) {
  const { data: people, isPending } = useQuery(api.people.list.queryOptions());
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [saving, setSaving] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  if (isPending) return null;
  const names = (people ?? []).map(({ name }) => name).filter((name) => name !== present);

  const save = async ({ known, name }: Values) => {
    setSaving(true);
    try {
      await sitDown(known ?? name ?? '');
      // Filters that stand in the address were the other one's.
      if (present !== null) await navigate({ to: '.', search: ({ tab, level }) => ({ tab, level }), replace: true });
      await refreshEverything();
      onClose?.();
    } catch (error) {
      form.setFields([{ name: 'name', errors: [told(error)] }]);
    } finally {
      setSaving(false);
    }
  };
  const chosenOne = (changed: Values) => {
    if (changed.known !== undefined) form.setFields([{ name: 'name', value: '', errors: [] }]);
    else if (changed.name) form.setFieldValue('known', undefined);
  };

  return (
    <Modal
      open
      width={440}
      title={present === null ? '请问您是哪位？' : '换人'}
      footer={null}
      closable={onClose !== undefined}
      keyboard={onClose !== undefined}
      mask={{ closable: false }}
      {...(onClose ? { onCancel: onClose } : {})}
      afterOpenChange={(open) => open && frame.current?.querySelector<HTMLElement>('input:not([type=radio])')?.focus()}
    >
      <div ref={frame} className="who-dialog">
        <p>
          {present === null ? '' : `现在是${present}在操作。`}
          操作都记在本人名下，左下角的撤销（Ctrl+Z）只撤销本人的操作；列的宽窄、筛选条件和没填完的表单，各人的分开保存。
        </p>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          onValuesChange={chosenOne}
          onFinish={(values) => void save(values)}
        >
          {names.length > 0 ? <Known names={names} /> : null}
          <Form.Item
            name="name"
            label={names.length > 0 ? '名单里没有，另写姓名' : '姓名'}
            dependencies={['known']}
            validateTrigger={[]}
            rules={[
              ({ getFieldValue }) => ({
                required: !getFieldValue('known'),
                whitespace: true,
                message: names.length > 0 ? '请选择或填写姓名' : '请填写姓名',
              }),
            ]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <div className="who-foot">
            <Button type="primary" htmlType="submit" loading={saving}>
              {present === null ? '保存姓名' : '换成这个人'}
            </Button>
            {onClose ? <Button onClick={onClose}>不换</Button> : null}
          </div>
        </Form>
      </div>
    </Modal>
  );
}
