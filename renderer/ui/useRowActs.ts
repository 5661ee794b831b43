// The two acts that every kind of row has: it is changed in a form, and removed after a question.
import type { Right } from '../../shared/rights.ts';
import type { Act } from './act.ts';
import { useConfirmRemoval } from './useConfirmRemoval.ts';

export function useRowActs<Row extends { id: number; name: string }>(options: {
  noun: string;
  right: Right;
  screen: { begin: (id: number, form: 'edit') => void; close: () => void };
  remove: (id: number) => Promise<unknown>;
  /** Which may be removed at all, in Chinese; left out: all. */
  only?: string;
  removable?: (row: Row) => boolean | string;
}): { edit: Act<Row>; remove: Act<Row> } {
  const { noun, right, screen, only = '', removable } = options;
  const remove = useConfirmRemoval(noun, only, options.remove, screen.close);
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
      run: remove,
      ...(removable ? { when: removable } : {}),
    },
  };
}
