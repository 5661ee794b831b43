// The acts on a worker's own row: add, save, remove, and looking at the whole ID number.
import type { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import type { addWorkerSchema, saveWorkerSchema } from '../../../shared/roster/worker.ts';
import { dictionaryNames } from '../../../shared/roster/words.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { ensureDictionaryEntry, seedDictionaries } from './dictionaries.ts';
import { findWorkersByNameAndMobile } from './find.ts';
import { assign, workerName } from './personnelActs.ts';
import { checkedFields, checkedWorker, type Present } from './workerForm.ts';
import { insertWorker, updateWorker, type WorkerFields } from './workers.ts';
import { mustBeRemovable } from './removal.ts';
import type { Changes } from '../../kit/columns.ts';

type Written = { id: number };

/** The office's own words for what was typed (计生择优 → 计生专职查访员择优录用); a word it doesn't know yet joins its list. */
function inOfficeWords<Fields extends Changes<WorkerFields>>(change: Change, fields: Fields): Fields {
  seedDictionaries(change);
  const words = { ...fields };
  for (const dictionary of dictionaryNames) {
    const value = words[dictionary];
    if (value) words[dictionary] = ensureDictionaryEntry(change, { dictionary, value });
  }
  return words;
}

/** Without two ID numbers to tell them apart, one name with one mobile is one person. */
function refuseSamePerson(office: Office, { name, mobile, idNumber }: WorkerFields): void {
  if (!mobile) return;
  const twin = findWorkersByNameAndMobile(office, name, mobile).find(
    (id) => !idNumber || office.row('worker', id)?.id_number === null,
  );
  if (twin !== undefined)
    throw new Refusal(`已有手机号码为 ${mobile} 的网格员${name}，没有重复新增。请在列表里找到${name}，直接修改资料或指派网格。`);
}

/** A new worker, at once in a grid when `posting` is given. @throws Refusal when the office has this person already. */
export function addWorker(change: Change, input: z.input<typeof addWorkerSchema>): Written {
  const fields = checkedWorker(input.worker, change.today);
  refuseSamePerson(change.office, fields);
  change.say(`新增网格员 ${fields.name}`);
  const id = insertWorker(change, inOfficeWords(change, fields));
  if (input.posting) assign(change, { workerId: id, ...input.posting });
  return { id };
}

export function saveWorker(change: Change, { id, worker }: z.infer<typeof saveWorkerSchema>): Written {
  const name = workerName(change.office, id);
  const present = change.office
    .prepare<[number], Present>('SELECT name, id_number AS idNumber, sex, birth_month AS birthMonth FROM worker WHERE id = ?')
    .get(id);
  const fields = checkedFields(worker, change.today, present ?? null);
  change.say(`修改网格员 ${fields.name ?? name}`);
  updateWorker(change, id, inOfficeWords(change, fields));
  return { id };
}

/** @throws Refusal when the worker has a history, which is never deleted. */
export function removeWorker(change: Change, { id }: { id: number }): Written {
  const name = workerName(change.office, id);
  mustBeRemovable(change.office, 'worker', id, name);
  change.say(`删除网格员 ${name}`);
  change.remove('worker', id);
  return { id };
}

/** The whole ID number, and the audit line that says who looked. */
export function revealIdNumber(change: Change, { id }: { id: number }): { idNumber: string | null } {
  change.say(`查看${workerName(change.office, id)}的身份证号`);
  change.reveal('worker', id, 'id_number');
  const idNumber = change.office.row('worker', id)?.id_number;
  return { idNumber: typeof idNumber === 'string' ? idNumber : null };
}
