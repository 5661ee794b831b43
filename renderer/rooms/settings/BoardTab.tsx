// 指示牌内容: what every board carries besides its grid and worker, with a board that follows what is typed.
import { Form, Input } from 'antd';
import type { Settings } from '../../../shared/settings.ts';
import { client } from '../../api.ts';
import { BoardSample } from './BoardSample.tsx';
import { Duties } from './Duties.tsx';
import { SettingsForm } from './SettingsForm.tsx';

type Values = Settings['board'];

const required = (message: string) => [{ required: true, whitespace: true, message }];

export function BoardTab({ settings }: { settings: Settings }) {
  const [form] = Form.useForm<Values>();
  const typed = Form.useWatch([], form) as Partial<Values> | undefined;
  return (
    <SettingsForm<Values>
      tab="board"
      form={form}
      present={settings.board}
      saveText="保存指示牌内容"
      sideTitle="指示牌预览"
      side={<BoardSample values={typed ?? settings.board} office={settings.office} />}
      onSave={(values) => client.settings.saveBoard.mutate(values)}
    >
      <Form.Item name="title" label="标题" rules={required('请填写指示牌标题')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="roleTitle" label="职务名称" rules={required('请填写职务名称')}>
        <Input maxLength={12} />
      </Form.Item>
      <Form.Item name="hotlineLabel" label="电话的名称" rules={required('请填写监督电话的名称')}>
        <Input maxLength={10} />
      </Form.Item>
      <Form.Item name="hotline" label="监督电话" extra="总支有自己的电话时，在总支资料里填，印那一个">
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="issuingUnit" label="发布单位">
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="qrCaption" label="二维码说明">
        <Input maxLength={16} />
      </Form.Item>
      <Form.Item name="dutiesHeading" label="职责栏标题" rules={required('请填写职责栏标题')}>
        <Input maxLength={16} />
      </Form.Item>
      <Duties />
    </SettingsForm>
  );
}
