// A file on the whole way of an import, as a person in haste would drive it: read, judged with every proposal taken, looked at, marked,
// written and taken back. Wherever it is refused, that is in words; whatever became of it, the office is whole.
import type { ImportState } from '../../shared/imports/wizard.ts';
import type { PreviewSummary } from '../../shared/imports/preview.ts';
import type { AttackedProgram } from './program.ts';
import type { HostileFile } from './rosters.ts';
import { wordFaults } from './verdicts.ts';

type Reached = 'refused' | 'read' | 'judged' | 'written';

/** Everything in the office that an import could change, counted. */
async function counted(program: AttackedProgram): Promise<string> {
  const { data } = await program.call('roster.figures', { asOf: '2026-09-28' });
  return JSON.stringify(data);
}

/** @returns what is wrong; `reached` is told how far it came */
export async function importHostile(
  program: AttackedProgram,
  { name, bytes }: HostileFile,
  reached: (how: Reached) => void,
): Promise<string[]> {
  const before = await counted(program);
  const faults = await drive(program, { name, bytes }, reached);
  await abandon(program);
  const after = await counted(program);
  if (after !== before) faults.push(`the office isn’t what it was: ${before} became ${after}`);
  return faults;
}

async function abandon(program: AttackedProgram): Promise<void> {
  const { data, status } = await program.call('imports.current', undefined);
  // Its worker may have been ended.
  if (status !== 200) return;
  const { import: state } = data as { import: ImportState | null };
  if (state) await program.call('imports.abandon', { id: state.id });
}

async function drive(program: AttackedProgram, { name, bytes }: HostileFile, reached: (how: Reached) => void): Promise<string[]> {
  const sent = await program.post(`/files/uploads?name=${encodeURIComponent(name)}`, bytes);
  if (sent.status !== 200) {
    reached('refused');
    return wordFaults(sent.told, [name]);
  }
  const job = async (path: string, input: unknown): Promise<string[] | null> => {
    const { status, told, data } = await program.call(path, input);
    if (status !== 200) return wordFaults(told, [name]);
    const state = await program.finished((data as { jobId: string }).jobId);
    return state.phase === 'done' ? null : wordFaults(state.error, [name]);
  };
  const unread = await job('imports.start', { uploadId: (sent.data as { id: string }).id });
  if (unread) {
    reached('refused');
    return unread;
  }
  reached('read');
  const current = await program.call('imports.current', undefined);
  if (current.status !== 200) return wordFaults(current.told, [name]);
  const { import: state } = current.data as { import: ImportState | null };
  if (!state) return ['it was read, and there is none'];
  const { id, columns, options } = state;
  for (const [path, input] of [
    ['imports.grid', { id }],
    [
      'imports.chooseColumns',
      { id, fields: columns.map(({ field }) => field).slice(0, 200), options: { ...options, mayCreatePlaces: true } },
    ],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- the wizard goes step by step
    const { status, told } = await program.call(path, input);
    if (status !== 200) return wordFaults(told, [name]);
  }
  const unjudged = await job('imports.judge', { id });
  if (unjudged) return unjudged;
  reached('judged');
  const { data, status, told } = await program.call('imports.summary', { id });
  if (status !== 200) return wordFaults(told, [name]);
  for (const tab of ['new', 'changed', 'same', 'held', 'refused'] as const) {
    // oxlint-disable-next-line no-await-in-loop -- tab after tab, as they are looked at
    const rows = await program.call('imports.rows', { id, tab, offset: 0, limit: 500 });
    if (rows.status !== 200) return wordFaults(rows.told, [name]);
  }
  const unmarked = await job('imports.markErrors', { id });
  if (unmarked && unmarked.length > 0) return unmarked;
  const { ticked } = data as PreviewSummary;
  if (ticked.new + ticked.changed === 0) return [];
  const unwritten = await job('imports.commit', { id });
  if (unwritten) return unwritten;
  reached('written');
  const undone = await program.call('imports.undo', { id });
  return undone.status === 200 ? [] : wordFaults(undone.told, [name]);
}
