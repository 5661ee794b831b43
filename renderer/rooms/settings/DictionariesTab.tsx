// 字典: the office's own lists of words. An entry that people carry is renamed with them, and can't be removed.
import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { addEntrySchema, type DictionaryEntry } from '../../../shared/roster/dictionaries.ts';
import type { DictionaryName } from '../../../shared/roster/words.ts';
import { api, client } from '../../api.ts';
import { schemaRule } from '../../ui/fields/schemaRule.ts';
import { useAct } from '../../ui/useAct.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import { message, modal } from '../../ui/messages.ts';
import { useLeft } from '../../ui/useLeft.ts';

const dictionaries: readonly { value: DictionaryName; label: string }[] = [
  { value: 'hiringSource', label: '用工来源' },
  { value: 'employer', label: '管理单位' },
  { value: 'education', label: '文化程度' },
  { value: 'politics', label: '政治面貌' },
  { value: 'ethnicity', label: '民族' },
];

type Words = { value: string; short: string };

function EntryForm({
  entry,
  onSave,
  onClose,
}: {
  entry: Words;
  onSave: (words: Words) => Promise<unknown>;
  onClose: () => void;
}) {
  const [form] = Form.useForm<Words>();
  const typed = useRef(false);
  const done = () => {
    typed.current = false;
    onClose();
  };
  const save = useAct(onSave, done);
  useLeft(() => {
    if (typed.current) message.info('这一项没有保存，填的内容没有保留');
  });
  return (
    <Form<Words>
      form={form}
      layout="inline"
      className="entry-form"
      initialValues={entry}
      onFinish={(words) => save.mutate(words)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') done();
      }}
      onValuesChange={() => {
        typed.current = true;
      }}
    >
      <Form.Item name="value" rules={[schemaRule(addEntrySchema.shape.value)]}>
        <Input aria-label="全称" placeholder="全称" autoFocus />
      </Form.Item>
      <Form.Item name="short" rules={[schemaRule(addEntrySchema.shape.short)]}>
        <Input aria-label="简称" placeholder="简称，列表里用" />
      </Form.Item>
      <Button htmlType="submit" loading={save.isPending}>
        保存这一项
      </Button>
      <Button onClick={done}>{entry.value === '' ? '放弃新增' : '放弃修改'}</Button>
    </Form>
  );
}

function Entries({ dictionary, entries }: { dictionary: DictionaryName; entries: readonly DictionaryEntry[] }) {
  const [editing, setEditing] = useState<string | null>(null);
  const order = useAct((values: string[]) => client.roster.dictionaries.order.mutate({ dictionary, values }));
  const remove = useAct((value: string) => client.roster.dictionaries.remove.mutate({ dictionary, value }));
  const move = (index: number, step: number) => {
    const values = entries.map(({ value }) => value);
    const [moved = ''] = values.splice(index, 1);
    values.splice(index + step, 0, moved);
    order.mutate(values);
  };
  const askRemove = (value: string) =>
    modal.confirm({
      title: `删除“${value}”？`,
      content: '没有人使用这一项。删除后可以撤销。',
      okText: '删除这一项',
      okButtonProps: { danger: true },
      cancelText: '不删除',
      onOk: () => remove.mutateAsync(value).catch(() => undefined),
    });
  return (
    <ul className="entries">
      {entries.map(({ value, short, used }, index) =>
        editing === value ? (
          <li key={value}>
            <EntryForm
              entry={{ value, short }}
              onSave={(words) =>
                client.roster.dictionaries.save.mutate({ dictionary, value, newValue: words.value, short: words.short })
              }
              onClose={() => setEditing(null)}
            />
          </li>
        ) : (
          <li key={value}>
            <span className="entry-value">{value}</span>
            <span className="grey entry-short">{short === value ? '' : short}</span>
            <span className="grey entry-used">{used > 0 ? `${used} 人` : ''}</span>
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              aria-label={`${value}上移`}
              title="上移"
              disabled={index === 0 || order.isPending}
              onClick={() => move(index, -1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              aria-label={`${value}下移`}
              title="下移"
              disabled={index === entries.length - 1 || order.isPending}
              onClick={() => move(index, 1)}
            />
            <button type="button" className="link" aria-label={`修改${value}`} onClick={() => setEditing(value)}>
              修改
            </button>
            <button
              type="button"
              className="link"
              aria-label={`删除${value}`}
              disabled={used > 0}
              title={used > 0 ? `有 ${used} 人使用，不能删除` : undefined}
              onClick={() => askRemove(value)}
            >
              删除
            </button>
          </li>
        ),
      )}
    </ul>
  );
}

export function DictionariesTab() {
  const [dictionary, setDictionary] = useState<DictionaryName>('hiringSource');
  const [adding, setAdding] = useState(false);
  const { data } = useQuery(api.roster.dictionaries.list.queryOptions());
  const label = dictionaries.find(({ value }) => value === dictionary)?.label ?? '';
  return (
    <SettingsFrame
      tab="dictionaries"
      sub="修改一项的文字时，用到它的人员资料一起改"
      acts={
        <Button type="primary" onClick={() => setAdding(true)}>
          新增{label}
        </Button>
      }
    >
      <Segmented<DictionaryName>
        value={dictionary}
        options={[...dictionaries]}
        onChange={(value) => {
          setDictionary(value);
          setAdding(false);
        }}
      />
      {adding ? (
        <EntryForm
          key={`new:${dictionary}`}
          entry={{ value: '', short: '' }}
          onSave={({ value, short }) => client.roster.dictionaries.add.mutate({ dictionary, value, short })}
          onClose={() => setAdding(false)}
        />
      ) : null}
      {data ? <Entries key={dictionary} dictionary={dictionary} entries={data[dictionary]} /> : null}
    </SettingsFrame>
  );
}
