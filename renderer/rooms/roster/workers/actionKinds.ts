// The kinds of 记录变动: their words, what each leaves true in one sentence, and how it is written.
import { dayBefore } from '../../../../shared/rules/day.ts';
import type { WorkerDetail } from '../../../../shared/roster/worker.ts';
import { type PostingRole, postingRoleWords } from '../../../../shared/roster/words.ts';
import { client } from '../../../api.ts';
import { gridNames, servingOn } from './serving.ts';

/** `further`: beside what the worker does already. */
export type ActionKind = 'assign' | 'further' | 'transfer' | 'swap' | 'dismissal' | 'resignation' | 'retirement';

export type ActionValues = {
  kind: ActionKind;
  day: string;
  role?: PostingRole;
  additional?: boolean;
  postingId?: number;
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
  transfer: { label: '调整', save: '记录调整', day: '到新网格的日期' },
  swap: { label: '对调', save: '记录对调', day: '对调的日期' },
  dismissal: { label: '辞退', save: '记录辞退', day: '最后在岗日' },
  resignation: { label: '离职', save: '记录离职', day: '最后在岗日' },
  retirement: { label: '退休', save: '记录退休', day: '最后在岗日' },
};

export const saveTextOf = (kind: ActionKind): string => words[kind].save;
export const dayLabelOf = (kind: ActionKind): string => words[kind].day;

const forServing: readonly ActionKind[] = ['transfer', 'swap', 'further', 'dismissal', 'resignation', 'retirement'];
export const kindChoices = (serves: boolean): { value: ActionKind; label: string }[] =>
  (serves ? forServing : (['assign'] as const)).map((value) => ({ value, label: words[value].label }));

/** What will be true afterwards, in one sentence. */
export function consequence(worker: WorkerDetail, values: ActionValues): string {
  const { kind, day, role = 'worker', additional = false, postingId } = values;
  const { name } = worker;
  const serving = servingOn(worker, day);
  const held = gridNames(serving);
  if (kind === 'assign' || kind === 'further') {
    const stays = serving.length > 0 ? `，${held}的任职不变` : '';
    if (role !== 'worker') return `${name}自 ${day} 起任这个网格的${postingRoleWords[role]}${stays}。`;
    return additional && serving.length > 0 ? `${name}自 ${day} 起兼任这个网格${stays}。` : `${name}自 ${day} 起上岗。`;
  }
  if (kind === 'swap') return `两人自 ${day} 起对调网格，原任职到 ${dayBefore(day)} 为止。`;
  if (kind === 'transfer') {
    const left = serving.length > 1 ? (serving.find(({ id }) => id === postingId)?.gridName ?? '原网格') : held;
    return `${name}在${left}的任职到 ${dayBefore(day)} 为止，${left}自 ${day} 起空缺。`;
  }
  return `${name}在${held}的任职到 ${day} 为止，之后${held}空缺。`;
}

export async function record(worker: WorkerDetail, values: ActionValues): Promise<void> {
  const { kind, day, gridId = 0, role = 'worker', additional = false, postingId, otherWorkerId = 0 } = values;
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
  else if (kind === 'transfer') await act.transfer.mutate({ ...of, ...own, gridId });
  else if (kind === 'swap')
    await act.swap.mutate({ ...of, ...own, otherWorkerId, ...(otherPostingId === undefined ? {} : { otherPostingId }) });
  else await act.leave.mutate({ ...of, kind });
}
