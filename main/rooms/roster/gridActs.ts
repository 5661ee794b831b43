// The acts on a grid: add, save, remove, and close when it is no longer patrolled.
import { latestDay } from '../../../shared/rules/day.ts';
import type { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import type { addGridSchema, closeGridSchema, saveGridSchema } from '../../../shared/roster/grids.ts';
import type { Change } from '../../ground/office/office.ts';
import { begunWords, changeWords, removeVersions, spokenOn } from '../../kit/versions.ts';
import { servesOnWords } from './postingBounds.ts';
import { gridVersions } from './versions.ts';
import { refuseFarDay } from '../../kit/farDay.ts';
import { endGrid, gridName, insertGrid, updateGrid } from './grids.ts';
import { mustBeRemovable } from './removal.ts';

type Written = { id: number };

/** @throws Refusal when it is gone. */
function standingName(change: Change, id: number, day: string): string {
  const name = gridName(change, id, day);
  if (name === '') throw new Refusal('没有找到这个网格，可能已被删除或撤销。请刷新列表。');
  return name;
}

export function addGrid(change: Change, input: z.infer<typeof addGridSchema>): Written {
  const id = insertGrid(change, { ...input, code: input.code || null, name: input.name || undefined });
  change.say(`新增网格 ${gridName(change, id, change.today)}${begunWords(input.firstDay)}`);
  return { id };
}

export function saveGrid(change: Change, input: z.infer<typeof saveGridSchema>): Written {
  const { id, grid, effective, asOf: day = change.today } = input;
  const when = spokenOn(effective, day);
  const before = standingName(change, id, when);
  const changed = updateGrid(change, { id, day, effective, fields: { ...grid, name: grid.name || undefined } });
  change.say(changeWords({ before, after: standingName(change, id, when), word: '网格' }, effective, change.today, changed));
  return { id };
}

/** @throws Refusal when somebody serves or ever served there. */
export function removeGrid(change: Change, { id }: { id: number }): Written {
  const name = standingName(change, id, change.today);
  mustBeRemovable(change.office, 'grid', id, `“${name}”`);
  change.say(`删除网格 ${name}`);
  removeVersions(change, gridVersions, id);
  change.remove('grid', id);
  return { id };
}

/** 停用: the grid's last day. @throws Refusal naming who still serves there after it. */
export function closeGrid(change: Change, { id, lastDay }: z.infer<typeof closeGridSchema>): Written {
  refuseFarDay(change.today, lastDay, '停用日期');
  const name = standingName(change, id, lastDay);
  const worker = change.office
    .prepare<[number, string], string>(
      `SELECT worker.name FROM posting JOIN worker ON worker.id = posting.worker_id
       WHERE posting.grid_id = ? AND ifnull(posting.last_day, '${latestDay}') > ? ORDER BY posting.first_day LIMIT 1`,
    )
    .pluck()
    .get(id, lastDay);
  if (worker !== undefined) throw new Refusal(servesOnWords(worker, name, lastDay));
  change.say(`停用网格 ${name}${lastDay === change.today ? '' : `（用到 ${lastDay}）`}`);
  endGrid(change, id, lastDay);
  return { id };
}
