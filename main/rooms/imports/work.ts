// The import's long work and its one writing: reading a file into a session, judging it, and putting the ticked rows in behind
// a verified backup. The router runs these as jobs; the bench calls them as they are.
import { type ImportField } from '../../../shared/imports/fields.ts';
import type { ImportResult, ImportState } from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { shownName } from '../../../shared/rules/masking.ts';
import type { AppDeps } from '../../deps.ts';
import { newestAct, wasUndone } from '../../ground/audit/acts.ts';
import { undo } from '../../ground/audit/undo.ts';
import { backUpNow } from '../backups/backUpNow.ts';
import { readInWorker } from '../../ground/excel/readInWorker.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Office } from '../../ground/office/office.ts';
import { countRoster } from '../roster/survey.ts';
import { readPreference, writePreference } from '../settings/preferences.ts';
import { commitRows } from './commit.ts';
import { judge, judgeAgain } from './judge.ts';
import { issuesOf } from './judged.ts';
import { isTicked } from './preview.ts';
import { ImportSession, type Remembered } from './session.ts';

const preferenceName = (signature: string): string => `imports.columns.${signature}`;

const officeIsEmpty = (office: Office): boolean => countRoster(office).communities === 0;

/** Reads the file in a worker and finds sheet, header and columns. @throws Refusal when it can't be read. */
export async function readIntoSession(
  deps: Pick<AppDeps, 'desk' | 'clock'>,
  actor: string,
  file: { name: string; bytes: Uint8Array },
  signal: AbortSignal,
  progress: Progress,
): Promise<ImportSession> {
  const fileName = shownName(file.name);
  progress(0, 0, `正在读取“${fileName}”`);
  const book = await readInWorker(fileName, file.bytes, signal);
  const office = deps.desk.office();
  return new ImportSession({
    actor,
    fileName,
    book,
    options: { mayCreatePlaces: false, startedWorkIsFirstDay: false, effectiveDay: deps.clock.today() },
    recall: (signature) => readPreference(office, actor, preferenceName(signature)) as Remembered | null,
  });
}

const required: [ImportField[], string][] = [
  [['name'], '姓名'],
  [['community', 'gridCode'], '社区（村居）或网格编码'],
];

/** @throws Refusal naming the column that is missing. */
export function checkColumns(session: ImportSession): void {
  const chosen = session.fields.filter((field) => field !== null);
  const twice = chosen.find((field, index) => chosen.indexOf(field) !== index);
  if (twice) throw new Refusal('有两列对应了同一项，请把其中一列改成“不导入”。');
  for (const [fields, words] of required)
    if (!fields.some((field) => chosen.includes(field)))
      throw new Refusal(`还没有指定哪一列是“${words}”，没有它无法确定每一行是谁。请先指定。`);
}

/** Holds the whole file against the roster; keeps for the next time which column was which. */
export async function judgeSession(
  deps: Pick<AppDeps, 'desk' | 'clock'>,
  session: ImportSession,
  signal: AbortSignal,
  progress: Progress,
): Promise<void> {
  checkColumns(session);
  const office = deps.desk.office();
  const judgedAfter = newestAct(office);
  session.judgement = await judge(office, session.judgeInput(deps.clock.today()), session.decisions, signal, progress);
  session.judgedAfter = judgedAfter;
  session.step = 'preview';
  const remembered: Remembered = { columns: [...session.fields], startedWorkIsFirstDay: session.options.startedWorkIsFirstDay };
  writePreference(office, session.actor, preferenceName(session.signature), remembered);
}

/** Answers a held cell, or takes the answer back with null. */
export function decide(office: Office, session: ImportSession, row: number, field: ImportField, decision: string | null): void {
  const judgement = session.judgement;
  const index = judgement?.rows.findIndex((judged) => judged.row === row) ?? -1;
  const judged = judgement?.rows[index];
  const issue = judged && issuesOf(judged).find((candidate) => candidate.field === field && candidate.level !== 'refuse');
  if (!judgement || !judged || !issue) throw new Refusal(`第 ${row} 行没有要确认的内容，请刷新后再看。`);
  if (decision !== null && decision !== 'leaveOut' && !issue.choices.some((choice) => choice.value === decision))
    throw new Refusal(`第 ${row} 行不能这样处理，请刷新后再看。`);
  const decided = new Map(session.decisions.get(row));
  if (decision === null) decided.delete(field);
  else decided.set(field, decision);
  session.decisions.set(row, decided);
  judgement.rows[index] = judgeAgain(office, judged, judgement.options, decided);
}

/**
 * Puts the ticked rows in, in one act, behind a verified backup.
 * @throws Refusal when nothing is ticked, or when the roster has changed since the preview, which is then to be judged anew
 */
export async function commitSession(
  deps: Pick<AppDeps, 'desk' | 'log'>,
  session: ImportSession,
  signal: AbortSignal,
  progress: Progress,
): Promise<ImportResult> {
  progress(0, 2, '写入前备份');
  const { file: backup } = await backUpNow(deps.desk, 'import', deps.log);
  signal.throwIfAborted();
  progress(1, 2, '正在写入');
  const office = deps.desk.office();
  const { judgement } = session;
  if (!judgement) throw new Refusal('还没有核对这份文件，请先返回对应列再看预览。');
  if (session.judgedAfter !== newestAct(office))
    throw new Refusal('预览之后台账又有改动，没有写入。请点“重新核对”，再看一遍预览。');
  const rows = judgement.rows.filter((judged) => isTicked(session, judged));
  if (rows.length === 0) throw new Refusal('没有勾选要写入的行，没有写入。');
  const { result, changeSetId } = office.change(
    { actor: session.actor, kind: 'imports.commit', summary: `导入 ${session.fileName}` },
    (change) => {
      const committed = commitRows(office, change, rows, session.options.effectiveDay);
      const parts = [
        committed.added > 0 ? `新增 ${committed.added} 人` : '',
        committed.changed > 0 ? `变更 ${committed.changed} 人` : '',
      ];
      const summary = `导入“${session.fileName}”：${parts.filter(Boolean).join('、')}`;
      change.rename(summary);
      return { ...committed, summary };
    },
  );
  progress(2, 2, '已写入');
  session.result = { ...result, changeSetId, leftOut: judgement.rows.length - rows.length, backup, undone: false };
  session.step = 'result';
  return session.result;
}

/** Takes the whole import back. */
export function undoImport(office: Office, session: ImportSession): void {
  const { result } = session;
  if (!result || result.changeSetId === null) throw new Refusal('这次导入没有写入，不需要撤销。');
  undo(office, session.actor, result.changeSetId);
  session.result = { ...result, undone: true };
}

/** The import as the screen sees it; it may have been taken back from the status bar meanwhile. */
export function stateOf(office: Office, session: ImportSession): ImportState {
  const { result } = session;
  if (result && !result.undone && result.changeSetId !== null && wasUndone(office, result.changeSetId))
    session.result = { ...result, undone: true };
  return session.state(officeIsEmpty(office));
}
