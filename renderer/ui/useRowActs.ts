// The two acts that every kind of row has: it is changed in a form, and removed after a question, since it is the one act of these
// screens that takes a row away. It can still be undone.
import type { Right } from '../../shared/rights.ts';
import type { Act } from './act.ts';
import { modal } from './messages.ts';
import { useAct } from './useAct.tsx';

export function useRowActs<Row extends { id: number; name: string }>(options: {
  noun: string;
  right: Right;
  screen: { begin: (id: number, form: 'edit') => void; close: () => void };
  remove: (id: number) => Promise<unknown>;
  /** Whether it may be removed, or why not; left out: each may. */
  removable?: (row: Row) => boolean | string;
}): { edit: Act<Row>; remove: Act<Row> } {
  const { noun, right, screen, removable } = options;
  const remove = useAct(options.remove, screen.close);
  return {
    edit: {
      name: 'edit',
      words: '修改资料',
      also: 'xgzl 更名 改名',
      right,
      shortcut: 'F2',
      run: ({ id }) => screen.begin(id, 'edit'),
    },
    remove: {
      name: 'remove',
      words: '删除',
      also: 'sc',
      right,
      danger: true,
      run: ({ id, name }) =>
        modal.confirm({
          title: `删除${noun} ${name}？`,
          content: '删除后可在下方状态栏撤销。',
          okText: `删除 ${name}`,
          okButtonProps: { danger: true },
          cancelText: '不删除',
          onOk: () => remove.mutate(id),
        }),
      ...(removable ? { when: removable } : {}),
    },
  };
}
