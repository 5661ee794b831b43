// Taking an act back, and doing again what was taken back. What changed many rows is asked about first.
import { useMutation } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { api, client, queryClient, refreshEverything, told } from '../api.ts';
import { message, modal } from './messages.ts';

export type Act = Awaited<ReturnType<typeof client.audit.list.query>>['rows'][number];

/** An act of more rows than this is not taken back by one slip of the hand. */
const many = 20;

/** What an undo or a redo was about: the act's own words. */
export const aboutOf = ({ summary }: Pick<Act, 'summary'>): string => summary.replace(/^((撤销|重做)：)+/, '');

/** An act in words; earlier programs wrote a redo as the undo of an undo. */
export const wordsOf = (act: Pick<Act, 'kind' | 'summary'>): string => {
  if (act.kind === 'redo') return `重做：${aboutOf(act)}`;
  return act.kind === 'undo' ? `撤销：${aboutOf(act)}` : act.summary;
};

/** Some acts, such as the founding of an office, stand for good. */
export const canTakeBack = (act: Act): boolean => !act.lasting;

/** Whose act it is, since not only the person's own are taken back from 操作记录. */
const content = (act: Act, consequence: string) => (
  <>
    <p>
      <b>{wordsOf(act)}</b>
    </p>
    <p>
      {act.actor} {dayjs(act.at).format('YYYY-MM-DD HH:mm')}
    </p>
    <p>{consequence}</p>
  </>
);

const question = (act: Act, note: string) =>
  act.kind === 'undo'
    ? {
        title: '重做撤销掉的操作？',
        content: content(act, `撤销掉的 ${act.lines} 条记录会重新写入。${note}`),
        okText: '重做这次操作',
        cancelText: '不重做',
      }
    : {
        title: '撤销这次操作？',
        content: content(act, `这次操作改动的 ${act.lines} 条记录会全部恢复原样。${note}`),
        okText: '撤销这次操作',
        cancelText: '不撤销',
      };

/** @param always also an act of few rows is asked about; `note` is said then. */
export function useTakeBack(always?: { note: string }): { takeBack: (act: Act) => void; busy: boolean } {
  const undo = useMutation({
    mutationFn: (changeSetId: number) => client.audit.undo.mutate({ changeSetId }),
    async onSuccess() {
      // The next Ctrl+Z needs to know its act, and waits for nothing else.
      await queryClient.invalidateQueries({ queryKey: api.audit.latest.queryKey() });
      void refreshEverything();
    },
    onError: (error) => message.error(told(error), 6),
  });
  const takeBack = (act: Act): void => {
    if (always === undefined && act.lines <= many) undo.mutate(act.id);
    else
      modal.confirm({
        ...question(act, always?.note ?? ''),
        // Why it could not be done has been told; the question goes away.
        onOk: () => undo.mutateAsync(act.id).catch(() => undefined),
      });
  };
  return { takeBack, busy: undo.isPending };
}
