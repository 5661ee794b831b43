// 指示牌内容: what every board carries besides its grid and worker, with a board that follows what is typed.
import { Form, Input } from 'antd';
import { boardTyped, type Settings } from '../../../shared/settings.ts';
import { client } from '../../api.ts';
import { schemaRule } from '../../ui/fields/schemaRule.ts';
import { BoardSample } from './BoardSample.tsx';
import { Duties } from './Duties.tsx';
import { SettingsForm } from './SettingsForm.tsx';

type Values = Settings['board'];

const board = boardTyped.shape;

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
      <Form.Item name="title" label="标题" required rules={[schemaRule(board.title)]}>
        <Input />
      </Form.Item>
      <Form.Item name="roleTitle" label="职务名称" required rules={[schemaRule(board.roleTitle)]}>
        <Input />
      </Form.Item>
      <Form.Item name="hotlineLabel" label="电话的名称" required rules={[schemaRule(board.hotlineLabel)]}>
        <Input />
      </Form.Item>
      <Form.Item
        name="hotline"
        label="监督电话"
        extra="总支有自己的电话时，在总支资料里填，印那一个"
        rules={[schemaRule(board.hotline)]}
      >
        <Input />
      </Form.Item>
      <Form.Item name="issuingUnit" label="发布单位" rules={[schemaRule(board.issuingUnit)]}>
        <Input />
      </Form.Item>
      <Form.Item name="qrCaption" label="二维码说明" rules={[schemaRule(board.qrCaption)]}>
        <Input />
      </Form.Item>
      <Form.Item name="dutiesHeading" label="职责栏标题" required rules={[schemaRule(board.dutiesHeading)]}>
        <Input />
      </Form.Item>
      <Duties />
    </SettingsForm>
  );
}
