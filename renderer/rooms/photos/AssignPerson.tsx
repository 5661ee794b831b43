// Says whose photo a file is: whom it may be stands first, anyone else is found by name, pinyin initials or mobile.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import type { BatchItem, BatchPerson } from '../../../shared/photos.ts';
import { api, client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';

const described = (person: BatchPerson): string =>
  [person.name, person.place ?? '未上岗', person.mobile ?? '未填手机号码'].join('　');

export function AssignPerson({ item }: { item: BatchItem }) {
  const [text, setText] = useState('');
  const word = useDeferredValue(text.trim());
  const { data: found } = useQuery({ ...api.photos.people.queryOptions({ text: word }), enabled: word !== '' });
  const act = useAct((workerId: number | null) => client.photos.assign.mutate({ itemId: item.id, workerId }));
  const people = word === '' ? item.candidates : (found ?? []);
  const present = item.worker && !people.some((person) => person.id === item.worker?.id) ? [item.worker] : [];
  return (
    <Select<number>
      className="assign"
      aria-label="这是谁的照片"
      placeholder="姓名、拼音首字母或手机号码"
      value={item.byHand ? (item.worker?.id ?? null) : null}
      allowClear={item.byHand}
      loading={act.isPending}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      notFoundContent={word === '' ? '输入姓名、拼音首字母或手机号码查找' : '没有找到这个人'}
      options={[...present, ...people].map((person) => ({ value: person.id, label: described(person) }))}
      onChange={(workerId: number | undefined) => {
        setText('');
        act.mutate(workerId ?? null);
      }}
    />
  );
}
