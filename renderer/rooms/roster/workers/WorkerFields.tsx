// The fields of a worker, for adding and for changing. Each tells its own error; the ID number proposes sex and birth month, and
// where its check fails it asks whether somebody has looked at the card.
import { Checkbox, Form, type FormInstance, Input, Radio, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import {
  birthMonthOf,
  idNumberDoubts,
  idNumberFaults,
  type IdNumberReading,
  readIdNumber,
  sexOf,
} from '../../../../shared/rules/idNumber.ts';
import { nameFaults, readName } from '../../../../shared/rules/names.ts';
import { phoneDoubt, phoneFault, readPhone } from '../../../../shared/rules/phone.ts';
import { DayItem } from '../../../ui/DayItem.tsx';
import { PropertyCompanyField } from '../PropertyCompanyField.tsx';
import { useWords } from '../sources.ts';
import { useToday } from '../../../ui/useToday.ts';
import { sexWords } from '../../../../shared/roster/words.ts';
import { choicesOf } from '../../../ui/choicesOf.ts';
import type { WorkerValues } from './workerValues.ts';

const refuse = (message: string) => Promise.reject(new Error(message));

const nameRule: Rule = {
  async validator(_, value: string | undefined) {
    const reading = readName(value ?? '');
    if (reading.kind === 'empty') await refuse('请填写姓名');
    if (reading.kind === 'refused') await refuse(nameFaults[reading.fault]);
  },
};

const faultOf = (reading: IdNumberReading): string | null => {
  if (reading.kind === 'refused') return idNumberFaults[reading.fault];
  if (reading.kind === 'old') return `这是 15 位旧号码。如原件仍是旧证，18 位号码为 ${reading.idNumber}，请核对后填写`;
  return null;
};

function IdNumberFields({ form, masked }: { form: FormInstance<WorkerValues>; masked: string | null }) {
  const today = useToday();
  const typed = Form.useWatch('idNumber', form);
  const reading = readIdNumber(typed ?? '', today);
  const doubt = reading.kind === 'doubtful' ? reading.doubt : null;
  const propose = (text: string) => {
    const now = readIdNumber(text, today);
    if (now.kind !== 'valid' && now.kind !== 'doubtful') return;
    form.setFieldsValue({ sex: sexOf(now.idNumber), birthMonth: birthMonthOf(now.idNumber) });
  };
  /** 371323 1963… and a lower-case x become what is kept. */
  const tidy = () => {
    if (reading.kind === 'valid' || reading.kind === 'doubtful') form.setFieldsValue({ idNumber: reading.idNumber });
  };
  return (
    <>
      <Form.Item
        name="idNumber"
        label="身份证号"
        className="wide"
        rules={[
          {
            async validator(_, value: string | undefined) {
              const fault = faultOf(readIdNumber(value ?? '', today));
              if (fault) await refuse(fault);
            },
          },
        ]}
      >
        <Input
          autoComplete="off"
          placeholder={masked ? `${masked}（不改就不用填）` : '18 位'}
          onBlur={tidy}
          onChange={(event) => propose(event.target.value)}
        />
      </Form.Item>
      {doubt ? (
        <Form.Item
          name="idNumberConfirmed"
          valuePropName="checked"
          className="wide"
          rules={[
            {
              async validator(_, value: boolean | undefined) {
                if (!value) await refuse('请改正号码；核对原件后确实无误，请勾选');
              },
            },
          ]}
        >
          <Checkbox>
            <span className="red">{idNumberDoubts[doubt].split('，')[0]}</span>　已核对原件，号码无误
          </Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}

function MobileFields({ form }: { form: FormInstance<WorkerValues> }) {
  const mobile = Form.useWatch('mobile', form);
  const doubtful = readPhone(mobile ?? '').kind === 'doubtful';
  return (
    <>
      <Form.Item
        name="mobile"
        label="手机号码"
        rules={[
          {
            async validator(_, value: string | undefined) {
              const reading = readPhone(value ?? '');
              if (reading.kind === 'refused') await refuse(phoneFault(reading.fault, reading.text));
              if (reading.kind === 'landline') await refuse('这是固定电话，请填在右边一栏');
            },
          },
        ]}
      >
        <Input autoComplete="off" placeholder="11 位" />
      </Form.Item>
      <Form.Item
        name="landline"
        label="固定电话"
        rules={[
          {
            async validator(_, value: string | undefined) {
              const reading = readPhone(value ?? '');
              if (reading.kind === 'refused') await refuse(phoneFault(reading.fault, reading.text));
            },
          },
        ]}
      >
        <Input autoComplete="off" placeholder="0539-2251234" />
      </Form.Item>
      {doubtful ? (
        <Form.Item
          name="mobileConfirmed"
          valuePropName="checked"
          className="wide"
          rules={[
            {
              async validator(_, value: boolean | undefined) {
                if (!value) await refuse('请核对手机号码；号码无误请勾选');
              },
            },
          ]}
        >
          <Checkbox>
            <span className="red">{phoneDoubt.split('，')[0]}</span>　已核对，号码无误
          </Checkbox>
        </Form.Item>
      ) : null}
    </>
  );
}

/** `masked`: the ID number on file, when a worker is being changed. */
export function WorkerFields({ form, masked = null }: { form: FormInstance<WorkerValues>; masked?: string | null }) {
  const words = useWords();
  const today = useToday();
  const employer = Form.useWatch('employer', form);
  const choices = (dictionary: keyof ReturnType<typeof useWords>) =>
    words[dictionary].map((entry) => ({ value: entry.value, label: entry.value }));
  return (
    <>
      <Form.Item name="name" label="姓名" rules={[nameRule]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="ethnicity" label="民族">
        <Select allowClear showSearch options={choices('ethnicity')} />
      </Form.Item>
      <IdNumberFields form={form} masked={masked} />
      <Form.Item name="sex" label="性别">
        <Radio.Group options={choicesOf(sexWords)} />
      </Form.Item>
      <DayItem kind="month" name="birthMonth" label="出生年月" latest={today} />
      <MobileFields form={form} />
      <Form.Item name="education" label="文化程度">
        <Select allowClear options={choices('education')} />
      </Form.Item>
      <Form.Item name="politics" label="政治面貌">
        <Select allowClear options={choices('politics')} />
      </Form.Item>
      <Form.Item name="hiringSource" label="用工来源" className="wide">
        <Select allowClear options={choices('hiringSource')} />
      </Form.Item>
      <Form.Item name="employer" label="管理单位">
        <Select allowClear options={choices('employer')} />
      </Form.Item>
      <Form.Item name="formerFamilyPlanning" label="原计生专职查访员">
        <Select
          allowClear
          options={[
            { value: 'yes', label: '是' },
            { value: 'no', label: '否' },
          ]}
        />
      </Form.Item>
      {employer?.includes('物业') ? (
        <PropertyCompanyField onAdded={(id) => form.setFieldsValue({ propertyCompanyId: id })} />
      ) : null}
      <DayItem kind="month" name="startedWork" label="参加工作时间" latest={today} />
      <Form.Item name="note" label="备注" className="wide">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={300} />
      </Form.Item>
    </>
  );
}
