// Removing asks first: it is the one act of these screens that takes a row away. It can still be undone.
import { useAct } from './useAct.tsx';
import { modal } from './messages.ts';

/** @param only which rows may be removed at all, in Chinese. */
export function useConfirmRemoval(
  what: string,
  only: string,
  remove: (id: number) => Promise<unknown>,
  removed: () => void,
): (row: { id: number; name: string }) => void {
  const act = useAct(remove, removed);
  return (row) =>
    modal.confirm({
      title: `删除${what} ${row.name}？`,
      content: `${only}删除后可在下方状态栏撤销。`,
      okText: `删除 ${row.name}`,
      okButtonProps: { danger: true },
      cancelText: '不删除',
      onOk: () => act.mutate(row.id),
    });
}
