// The kinds of 记录变动: their words, what each leaves true in one sentence, and how it is written.
import { addDays, dayBefore } from '../../../../shared/rules/day.ts';
import type { WorkerDetail, WorkerPosting } from '../../../../shared/roster/worker.ts';
import { type PostingRole, postingRoleWords, type WorkerStatus } from '../../../../shared/roster/words.ts';
import { client } from '../../../api.ts';
import { endable, gridNames, servingOn } from './serving.ts';

/** `further`: beside what the worker does already; `end`: no longer so. */
export type ActionKind = 'assign' | 'further' | 'end' | 'transfer' | 'swap' | 'dismissal' | 'resignation' | 'retirement';

export type ActionValues = {
  kind: ActionKind;
  /** Null while there is none. */
  day: string | null;
  role?: PostingRole;
  additional?: boolean;
  postingId?: number;
  endedPostingId?: number;
  gridId?: number;
  otherWorkerId?: number;
  /** By the other worker's id: what was chosen of one never stands for another. */
  otherPosting?: Record<string, number>;
  documentNumber?: string;
  reason?: string;
  handledBy?: string;
};

type KindWords = { label: string; save: string; day: string };
const words: Readonly<Record<ActionKind, KindWords>> = {
  assign: { label: '指派上岗', save: '记录上岗', day: '上岗日期' },
  further: { label: '兼任或其他身份', save: '记录任职', day: '任职起始日期' },
  end: { label: '结束兼任或身份', save: '记录结束', day: '最后任职日' },
  transfer: { label: '调整', save: '记录调整', day: '到新网格的日期' },
  swap: { label: '对调', save: '记录对调', day: '对调的日期' },
  dismissal: { label: '辞退', save: '记录辞退', day: '最后在岗日' },
  resignation: { label: '离职', save: '记录离职', day: '最后在岗日' },
  retirement: { label: '退休', save: '记录退休', day: '最后在岗日' },
};

export const saveTextOf = (kind: ActionKind): string => words[kind].save;
export const dayLabelOf = (kind: ActionKind): string => words[kind].day;

export const isServing = (status: WorkerStatus): boolean => status === 'onDuty' || status === 'leaving';

const leaving = ['dismissal', 'resignation', 'retirement'] as const;
/** @param ends there is a 兼任 or another role to end */
export function kindChoices(status: WorkerStatus, ends: boolean): { value: ActionKind; label: string }[] {
  const end: readonly ActionKind[] = ends ? ['end'] : [];
  const go: readonly ActionKind[] = status === 'left' ? [] : leaving;
  const kinds: readonly ActionKind[] = isServing(status)
    ? ['transfer', 'swap', 'further', ...end, ...go]
    : ['assign', ...end, ...go];
  return kinds.map((value) => ({ value, label: words[value].label }));
}

/** The 兼任 or other role that is to end; undefined until one of several is chosen. */
export function endedPosting(worker: WorkerDetail, values: ActionValues): WorkerPosting | undefined {
  const choices = endable(worker);
  return choices.length === 1 ? choices[0] : choices.find(({ id }) => id === values.endedPostingId);
}

const inCapacity = ({ gridName, role }: WorkerPosting): string =>
  role === 'worker' ? `兼任${gridName}` : `任${gridName}的${postingRoleWords[role]}`;

function afterEnd(worker: WorkerDetail, values: ActionValues, day: string): string {
  const ended = endedPosting(worker, values);
  if (!ended) return '';
  const others = worker.postings.some(({ id, lastDay }) => id !== ended.id && (lastDay === null || lastDay > day));
  return `${worker.name}${inCapacity(ended)}到 ${day} 为止${others ? '，其他任职不变' : ''}。`;
}

/** Every posting that goes on ends with the day, whatever its role. */
function afterLeaving(worker: WorkerDetail, day: string): string {
  const held = gridNames(servingOn(worker, day));
  const also = worker.postings
    .filter(({ role, firstDay, lastDay }) => role !== 'worker' && !(firstDay && firstDay > day) && !(lastDay && lastDay <= day))
    .map(inCapacity)
    .join('、');
  if (held !== '')
    return `${worker.name}在${held}的任职到 ${day} 为止，之后${held}空缺${also === '' ? '' : `；${also}也到这一天为止`}。`;
  if (worker.status !== 'unassigned') return `${worker.name}在 ${day} 没有在岗的网格。`;
  return `${worker.name}自 ${addDays(day, 1)} 起不再是网格员${also === '' ? '' : `，${also}到 ${day} 为止`}。`;
}

/** What will be true afterwards, in one sentence. */
export function consequence(worker: WorkerDetail, values: ActionValues): string {
  const { kind, day, role = 'worker', additional = false, postingId } = values;
  const { name } = worker;
  if (!day) return '';
  if (kind === 'end') return afterEnd(worker, values, day);
  const serving = servingOn(worker, day);
  const held = gridNames(serving);
  if (kind === 'assign' || kind === 'further') {
    const stays = serving.length > 0 ? `，${held}的任职不变` : '';
    if (role !== 'worker') return `${name}自 ${day} 起任这个网格的${postingRoleWords[role]}${stays}。`;
    return additional && serving.length > 0 ? `${name}自 ${day} 起兼任这个网格${stays}。` : `${name}自 ${day} 起上岗。`;
  }
  if (kind !== 'transfer' && kind !== 'swap') return afterLeaving(worker, day);
  if (serving.length === 0) return `${name}在 ${day} 没有任职。`;
  if (kind === 'swap') return `两人自 ${day} 起对调网格，原任职到 ${dayBefore(day)} 为止。`;
  const left = serving.length > 1 ? (serving.find(({ id }) => id === postingId)?.gridName ?? '原网格') : held;
  return `${name}在${left}的任职到 ${dayBefore(day)} 为止，${left}自 ${day} 起空缺。`;
}

export async function record(worker: WorkerDetail, values: ActionValues): Promise<void> {
  const { kind, gridId = 0, role = 'worker', additional = false, postingId, otherWorkerId = 0 } = values;
  // The form refuses a day that is lacking.
  const day = values.day ?? '';
  const paper = {
    documentNumber: values.documentNumber ?? null,
    reason: values.reason ?? null,
    handledBy: values.handledBy ?? null,
  };
  const act = client.roster.workers;
  const of = { workerId: worker.id, day, ...paper };
  const own = postingId === undefined ? {} : { postingId };
  const otherPostingId = values.otherPosting?.[`${otherWorkerId}`];
  if (kind === 'assign' || kind === 'further')
    await act.assign.mutate({ ...of, gridId, precision: 'day', role, additional: additional && role === 'worker' });
  else if (kind === 'end') {
    const ended = endedPosting(worker, values);
    if (ended) await act.endPosting.mutate({ postingId: ended.id, day, ...paper });
  } else if (kind === 'transfer') await act.transfer.mutate({ ...of, ...own, gridId });
  else if (kind === 'swap')
    await act.swap.mutate({ ...of, ...own, otherWorkerId, ...(otherPostingId === undefined ? {} : { otherPostingId }) });
  else await act.leave.mutate({ ...of, kind });
}
