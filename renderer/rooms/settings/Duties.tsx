// The duties printed on every board: added, removed, put in order; eight at most.
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { boardTyped, mostDuties } from '../../../shared/settings.ts';
import { schemaRule } from '../../ui/fields/schemaRule.ts';

const duty = boardTyped.shape.duties.element.shape;

export const Duties = () => (
  <Form.List name="duties">
    {(fields, { add, remove, move }) => (
      <div className="duties-editor" role="group" aria-label="职责">
        {fields.map(({ key, name }, index) => (
          <div className="duty-row" key={key}>
            <Form.Item name={[name, 'label']} rules={[schemaRule(duty.label)]}>
              <Input aria-label={`第 ${index + 1} 条职责的名称`} placeholder="名称" />
            </Form.Item>
            <Form.Item name={[name, 'text']} rules={[schemaRule(duty.text)]}>
              <Input.TextArea
                data-one-line=""
                aria-label={`第 ${index + 1} 条职责的内容`}
                placeholder="内容，一句话"
                autoSize={{ minRows: 1, maxRows: 3 }}
              />
            </Form.Item>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={`第 ${index + 1} 条上移`}
              title="上移"
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={`第 ${index + 1} 条下移`}
              title="下移"
              disabled={index === fields.length - 1}
              onClick={() => move(index, index + 1)}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`删除第 ${index + 1} 条`}
              title="删除"
              disabled={fields.length === 1}
              onClick={() => remove(index)}
            />
          </div>
        ))}
        <Button disabled={fields.length >= mostDuties} onClick={() => add({ label: '', text: '' })}>
          新增一条职责
        </Button>
        {fields.length >= mostDuties ? <span className="grey small">　最多 {mostDuties} 条，再多印不下</span> : null}
      </div>
    )}
  </Form.List>
);
