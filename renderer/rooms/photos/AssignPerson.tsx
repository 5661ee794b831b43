// Says whose photo a file is: whom it may be stands first, anyone else is found by name, pinyin initials or mobile.
import { useState } from 'react';
import type { BatchItem, BatchPerson } from '../../../shared/photos.ts';
import { client } from '../../api.ts';
import { FieldFault } from '../../ui/FieldFault.tsx';
import { PickInput } from '../../ui/fields/PickInput.tsx';
import { type Choice, unpicked } from '../../ui/fields/picks.ts';
import { message } from '../../ui/messages.ts';
import { useAct } from '../../ui/useAct.tsx';
import { useLeft } from '../../ui/useLeft.ts';

const choiceOf = ({ id, name, place, mobile }: BatchPerson): Choice => ({
  value: id,
  label: name,
  hint: [place ?? '未上岗', mobile ?? '未填手机号码'].join('　'),
});

export function AssignPerson({ item }: { item: BatchItem }) {
  const [words, setWords] = useState('');
  const [left, setLeft] = useState(false);
  const act = useAct((workerId: number | null) => client.photos.assign.mutate({ itemId: item.id, workerId }));
  const current = item.byHand && item.worker ? choiceOf(item.worker) : null;
  const wrong = left && words.trim() !== '';
  useLeft(() => {
    if (words.trim() !== '') message.info(`“${words.trim()}”没有选中，“${item.name}”没有改`, 6);
  });
  return (
    <FieldFault fault={wrong ? unpicked(words) : null}>
      <span className="assign">
        <PickInput<number>
          aria-label="这是谁的照片"
          placeholder="姓名、拼音首字母或手机号码"
          {...(wrong ? { status: 'error' as const } : {})}
          from={{
            source: ['photos.people', item.id],
            ask: async (text) =>
              (text === undefined ? item.candidates : await client.photos.people.query({ text })).map(choiceOf),
          }}
          optional={item.byHand}
          notFound={(text) => (text === '' ? '输入姓名、拼音首字母或手机号码查找' : '没有找到这个人')}
          value={current?.value}
          current={current}
          words={words}
          onWords={(next) => {
            setWords(next);
            setLeft(false);
          }}
          onPick={(workerId) => act.mutate(workerId ?? null)}
          onSettle={() => setLeft(true)}
        />
      </span>
    </FieldFault>
  );
}
