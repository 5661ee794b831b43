// What is asked where a number looks wrong and may be right all the same: somebody must say that they looked.
import { Checkbox, Form } from 'antd';

/** @param props.doubt what looks wrong @param props.unsaid what is told while nobody has ticked it */
export const Confirmation = ({ name, doubt, words, unsaid }: { name: string; doubt: string; words: string; unsaid: string }) => (
  <Form.Item
    name={name}
    valuePropName="checked"
    className="wide"
    rules={[
      {
        async validator(_, ticked: boolean | undefined) {
          if (!ticked) throw new Error(unsaid);
        },
      },
    ]}
  >
    <Checkbox>
      <span className="red">{doubt}</span>　{words}
    </Checkbox>
  </Form.Item>
);
