// A form in the rail for a new row or one that is there: what it starts with and what it sends come from the description of its
// fields. Its layout is what stands inside it.
import { Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import type { Fields } from '../../shared/kit/fields.ts';
import type { FormOf } from '../../shared/kit/formSchema.ts';
import { refreshEverything } from '../api.ts';
import { initialOf, wireOf } from './fields/described.ts';
import { RailForm, type RailFormProps } from './RailForm.tsx';

type Props<Values extends object, Of extends Fields, Keys extends keyof Of & string> = Pick<
  RailFormProps<Values>,
  'unkept' | 'onClose'
> & {
  /** 网格: 新增网格, 保存网格; of one that is there 修改资料, 保存资料. */
  noun: string;
  /** What a draft is kept under, with the row's id: grid. */
  kind: string;
  fields: Of;
  keys: readonly Keys[];
  /** null: a new one. */
  row: { id: number; name: string } | null;
  /** What a new one starts with. */
  initial?: Partial<Values>;
  /** Of a draft for a new one that belongs somewhere: the place's id. */
  within?: number | undefined;
  form?: FormInstance<Values> | undefined;
  /** @returns the row's id */
  send: (form: FormOf<Of, Keys>, values: Values) => Promise<{ id: number }>;
  onSaved: (id: number) => void;
  children: ReactNode;
};

export function DescribedForm<Values extends object, Of extends Fields, Keys extends keyof Of & string>(
  props: Props<Values, Of, Keys>,
) {
  const { noun, kind, fields, keys, row, initial = {}, within, send, onSaved, children, ...rest } = props;
  const [own] = Form.useForm<Values>();
  const started = row ? initialOf(fields, keys, row) : initial;
  return (
    <RailForm<Values>
      {...rest}
      title={row ? `修改资料　${row.name}` : `新增${noun}`}
      draft={`${kind}:${row?.id ?? (within === undefined ? 'new' : `new:${within}`)}`}
      form={props.form ?? own}
      initial={started}
      saveText={row ? '保存资料' : `保存${noun}`}
      onSave={async (values) => {
        const { id } = await send(wireOf(fields, keys, values), values);
        await refreshEverything();
        onSaved(id);
      }}
    >
      {children}
    </RailForm>
  );
}
