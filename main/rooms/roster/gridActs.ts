// The acts on a grid: add, save, remove, and close when it is no longer patrolled.
import type { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import type { closeGridSchema, GridForm, saveGridSchema } from '../../../shared/roster/grids.ts';
import type { Office } from '../../ground/office/office.ts';
import { insertGrid, updateGrid } from './grids.ts';
import type { Done } from './placeActs.ts';

function gridName(office: Office, id: number): string {
  const name = office.row('grid', id)?.name;
  if (typeof name !== 'string') throw new Refusal('没有找到这个网格，可能已被删除或撤销。请刷新列表。');
  return name;
}

export function addGrid(office: Office, actor: string, input: GridForm): Done {
  const { result, changeSetId } = office.change({ actor, kind: 'grid.add', summary: '新增网格' }, (change) => {
    const id = insertGrid(office, change, { ...input, code: input.code || null });
    change.rename(`新增网格 ${gridName(office, id)}`);
    return id;
  });
  return { id: result, changeSetId };
}

export function saveGrid(office: Office, actor: string, { id, grid }: z.infer<typeof saveGridSchema>): Done {
  const summary = `修改网格 ${grid.name ?? gridName(office, id)}`;
  const { changeSetId } = office.change({ actor, kind: 'grid.save', summary }, (change) => {
    gridName(office, id);
    updateGrid(office, change, id, grid);
  });
  return { id, changeSetId };
}

/** @throws Refusal when somebody serves or ever served there. */
export function removeGrid(office: Office, actor: string, id: number): Done {
  const name = gridName(office, id);
  const served = office.prepare<[number], number>('SELECT count(*) FROM posting WHERE grid_id = ?').pluck().get(id) ?? 0;
  if (served > 0) throw new Refusal(`“${name}”有任职记录，不能删除。不再使用的网格请办理停用；录错了可以撤销当时的新增或导入。`);
  const { changeSetId } = office.change({ actor, kind: 'grid.remove', summary: `删除网格 ${name}` }, (change) =>
    change.remove('grid', id),
  );
  return { id, changeSetId };
}

/** 停用: the grid's last day. @throws Refusal naming who still serves there after it. */
export function closeGrid(office: Office, actor: string, { id, lastDay }: z.infer<typeof closeGridSchema>): Done {
  const name = gridName(office, id);
  const worker = office
    .prepare<[number, string], string>(
      `SELECT worker.name FROM posting JOIN worker ON worker.id = posting.worker_id
       WHERE posting.grid_id = ? AND ifnull(posting.last_day, '9999') > ? ORDER BY posting.first_day LIMIT 1`,
    )
    .pluck()
    .get(id, lastDay);
  if (worker !== undefined)
    throw new Refusal(`${worker}在 ${lastDay} 以后仍在“${name}”任职，不能停用。请先办理${worker}的调整或离岗。`);
  const { changeSetId } = office.change({ actor, kind: 'grid.close', summary: `停用网格 ${name}` }, (change) =>
    change.update('grid', id, { last_day: lastDay }),
  );
  return { id, changeSetId };
}
