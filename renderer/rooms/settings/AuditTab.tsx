// 操作记录: who did what and when, each with 撤销 where it still can be taken back, and an undo with 重做.
import dayjs from 'dayjs';
import { useMemo } from 'react';
import { client } from '../../api.ts';
import { ListTable } from '../../ui/list/ListTable.tsx';
import { Empty } from '../../ui/Page.tsx';
import { State } from '../../ui/State.tsx';
import { type ListColumn, useColumns } from '../../ui/useColumns.ts';
import { useList } from '../../ui/list/useList.ts';
import { type Act, canTakeBack, useTakeBack, wordsOf } from '../../ui/useTakeBack.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

const read = (_: 'all', offset: number, limit: number) => client.audit.list.query({ offset, limit });

const canUndo = (act: Act): boolean => act.lines > 0 && act.undone === 0 && canTakeBack(act);

/** What became of it: an undo that was taken back has been done again. */
const outcome = (act: Act): string => (act.undone === 0 ? '' : act.kind === 'undo' ? '已重做' : '已撤销');

const columns = (undo: (act: Act) => void, busy: boolean): readonly ListColumn<Act>[] => [
  { key: 'at', title: '时间', width: 160, text: (act) => dayjs(act.at).format('YYYY-MM-DD HH:mm') },
  { key: 'actor', title: '操作人', width: 120, text: (act) => act.actor },
  { key: 'summary', title: '操作', width: 360, text: wordsOf },
  { key: 'lines', title: '改动', width: 80, align: 'right', text: (act) => (act.lines > 0 ? `${act.lines} 条` : '') },
  {
    key: 'state',
    title: '撤销',
    width: 110,
    text: outcome,
    render: (act) =>
      act.undone === 1 ? (
        <State kind="off">{outcome(act)}</State>
      ) : canUndo(act) ? (
        <button
          type="button"
          className="link"
          disabled={busy}
          onClick={(event) => {
            event.stopPropagation();
            undo(act);
          }}
        >
          {act.kind === 'undo' ? '重做' : '撤销'}
        </button>
      ) : null,
  },
];

export function AuditTab() {
  const list = useList({ name: 'audit', question: 'all' as const, read });
  const { takeBack, busy } = useTakeBack({ note: '之后又改过的记录不会被覆盖，那时会提示先撤销后面的操作。' });
  const shown = useMemo(
    () => columns(takeBack, busy),
    // oxlint-disable-next-line react/exhaustive-deps -- the mutation's own identity changes with its state
    [busy],
  );
  return (
    <SettingsFrame tab="audit" sub="每次改动都记在这里，不能删改">
      <ListTable<Act>
        label="操作记录"
        unit="次操作"
        list={list}
        columns={useColumns('audit', shown)}
        empty={<Empty title="还没有操作" />}
      />
    </SettingsFrame>
  );
}
