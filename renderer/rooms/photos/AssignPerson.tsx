// Says whose photo a file is: whom it may be stands first, anyone else is found by name, pinyin initials or mobile.
import type { BatchItem, BatchPerson } from '../../../shared/photos.ts';
import { client } from '../../api.ts';
import { FieldFault } from '../../ui/FieldFault.tsx';
import { PickInput } from '../../ui/fields/PickInput.tsx';
import type { Choice } from '../../ui/fields/picks.ts';
import { usePickWords } from '../../ui/fields/usePickWords.ts';
import { message } from '../../ui/messages.ts';
import { useAct } from '../../ui/useAct.tsx';
import { useLeft } from '../../ui/useLeft.ts';

const choiceOf = ({ id, name, place, mobile }: BatchPerson): Choice => ({
  value: id,
  label: name,
  hint: [place ?? '未上岗', mobile ?? '未填手机号码'].join('　'),
});

export function AssignPerson({ item }: { item: BatchItem }) {
  const { typed, fault, field } = usePickWords();
  const act = useAct((workerId: number | null) => client.photos.assign.mutate({ itemId: item.id, workerId }));
  const current = item.byHand && item.worker ? choiceOf(item.worker) : null;
  useLeft(() => {
    if (typed !== '') message.info(`“${typed}”没有选中，“${item.name}”没有改`, 6);
  });
  return (
    <FieldFault fault={fault}>
      <span className="assign">
        <PickInput<number>
          aria-label="这是谁的照片"
          placeholder="姓名、拼音首字母或手机号码"
          {...field}
          from={{
            source: ['photos.people', item.id],
            ask: async (text) =>
              (text === undefined ? item.candidates : await client.photos.people.query({ text })).map(choiceOf),
          }}
          optional={item.byHand}
          notFound={(text) => (text === '' ? '输入姓名、拼音首字母或手机号码查找' : '没有找到这个人')}
          value={current?.value}
          current={current}
          onPick={(workerId) => act.mutate(workerId ?? null)}
        />
      </span>
    </FieldFault>
  );
}
