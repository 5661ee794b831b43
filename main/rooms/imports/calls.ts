// What an import's worker answers: the calls of one session, from reading the file to having written it. Runs in the worker only;
// the main thread knows its type (sessionWorker.ts). Every call sees the office as it is when it comes, by its own short reading.
import type { ImportField } from '../../../shared/imports/fields.ts';
import type { PhotoChoice } from '../../../shared/imports/photos.ts';
import type {
  GoneWorker,
  Mended,
  Offer,
  PreviewRow,
  PreviewSummary,
  PreviewTab,
  Question,
} from '../../../shared/imports/preview.ts';
import type {
  HeaderRows,
  LearnedWord,
  ImportOptions,
  ImportResult,
  ImportState,
  ImportStep,
  SheetGrid,
  TableChoice,
} from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { newestAct, wasUndone } from '../../ground/audit/acts.ts';
import { readWorkbook } from '../../ground/excel/readWorkbook.ts';
import type { Progress } from '../../ground/jobs/jobs.ts';
import type { Actor, Office } from '../../ground/office/office.ts';
import { refuseFarDay } from '../../kit/farDay.ts';
import { readPreference } from '../../ground/people/preferences.ts';
import { isWithoutPlaces } from '../roster/survey.ts';
import { checkColumns, choosePhotos, decide, mend, moveEffectiveDay, tick } from './choices.ts';
import { judge, type Judgement } from './judge.ts';
import { learnedFrom, learnedName, learnedOf, recalling, withLearned } from './learnedWords.ts';
import { masked } from './masked.ts';
import { markedFile } from './marked.ts';
import { goneWorkers, isTicked, offersOf, previewRows } from './preview.ts';
import { recall, type Recall, type Remembered } from './remembered.ts';
import { ImportSession } from './session.ts';
import { importState } from './sessionState.ts';
import { sheetGrid } from './sheetGrid.ts';
import type { MadeFile } from '../../ground/files/download.ts';
import { summarise } from './summary.ts';
import { writeSession } from './write.ts';

const effectiveDayWord = '调整生效的日期';

/** Said with each call: who asks, under which name their preferences are kept, and the program's now. */
export type Asked = { actor: Actor; preferencesOf: string; now: Date; today: string };

/** What a call works with while it runs. `office` is opened when first asked for, and only read. */
export type During = { asked: Asked; office: () => Office; signal: AbortSignal; progress: Progress };

/** What is to be remembered of a header. */
export type Learned = { signature: string; remembered: Remembered };

const learnedWords = ({ asked, office }: During): LearnedWord[] =>
  learnedOf(readPreference(office(), asked.preferencesOf, learnedName));

const recallingColumns =
  ({ asked, office }: During): Recall =>
  (signature) =>
    recall(office(), asked.preferencesOf, signature);

function judgementOf({ judgement }: ImportSession): Judgement {
  if (!judgement) throw new Refusal('还没有核对这份文件，请先返回对应列再看预览。');
  return judgement;
}

/** The import as the screen sees it; it may have been taken back, or done again, from the status bar meanwhile. */
function stateOf(office: Office, session: ImportSession): ImportState {
  const written = session.result?.changeSetId ?? null;
  return importState(session, isWithoutPlaces(office), written !== null && wasUndone(office, written));
}

export function sessionCalls({ id, path }: { id: string; path: string }) {
  let kept: ImportSession | null = null;
  const own = (): ImportSession => {
    if (!kept) throw new Error('no file was read yet');
    return kept;
  };
  return {
    /** Reads the file and finds sheet, header and columns. @throws Refusal when it can't be read */
    read({ fileName, bytes }: { fileName: string; bytes: Uint8Array }, during: During): void {
      const book = readWorkbook(fileName, bytes);
      const options = {
        mayCreatePlaces: false,
        startedWorkIsFirstDay: false,
        effectiveDay: during.asked.today,
        carryPlaces: false,
        takeHidden: false,
        onePerson: false,
      };
      kept = new ImportSession({ id, fileName, book, options }, recallingColumns(during));
    },

    state: (_input: null, { office }: During): ImportState => stateOf(office(), own()),

    grid: (): SheetGrid => sheetGrid(own()),

    goTo({ step }: { step: Extract<ImportStep, 'header' | 'columns'> }): void {
      if (own().step === 'result') throw new Refusal('这次导入已经写入。要再导入，请重新选择文件。');
      own().step = step;
    },

    chooseHeader: ({ sheet, header }: { sheet: number; header: HeaderRows | null }, during: During): void =>
      own().chooseHeader(sheet, header, recallingColumns(during)),

    /** Looks at another table of the file. */
    viewTable: ({ table }: { table: number }): void => own().view(table),

    chooseTables: ({ tables }: { tables: TableChoice[] }): void => own().chooseTables(tables),

    /** @throws Refusal where the day of which the file speaks is a far one */
    chooseColumns({ fields, options }: { fields: (ImportField | null)[]; options: ImportOptions }, { asked }: During): void {
      refuseFarDay(asked.today, options.effectiveDay, effectiveDayWord);
      own().chooseColumns(fields, options);
    },

    /** @throws Refusal naming the column that is missing */
    checkColumns: (): void => checkColumns(own()),

    /** Holds the whole file against the roster. @returns what is to be remembered of its headers */
    async judge(_input: null, { asked, office, signal, progress }: During): Promise<Learned[]> {
      const session = own();
      checkColumns(session);
      await session.pictures.prepare(signal, progress);
      const judgedAfter = newestAct(office());
      session.judgement = await judge(office(), session.judgeInput(asked.today), session.choices, signal, progress);
      session.judgedAfter = judgedAfter;
      session.step = 'preview';
      const { startedWorkIsFirstDay, onePerson } = session.options;
      return session.layouts.map(({ signature, titles, fields }) => ({
        signature,
        remembered: {
          columns: [...fields],
          titles: titles.map((title) => masked(null, title)),
          startedWorkIsFirstDay,
          onePerson,
          fileName: session.fileName,
          day: asked.today,
        },
      }));
    },

    summary: (_input: null, { office }: During): PreviewSummary => summarise(office(), own(), judgementOf(own())),

    rows: (page: { tab: Exclude<PreviewTab, 'gone'>; offset: number; limit: number }, during: During): PreviewRow[] =>
      previewRows(during.office(), own(), judgementOf(own()), page, recalling(learnedWords(during))),

    gone: (): GoneWorker[] => goneWorkers(judgementOf(own())),

    /** Ticks or unticks rows; null means all of the tab. */
    tick: (input: { tab: 'new' | 'changed'; rows: number[] | null; ticked: boolean }, { office }: During): void =>
      tick(office(), own(), judgementOf(own()), input),

    /** Answers what is asked of a row; null takes the answer back. */
    decide: (input: { row: number; question: Question; decision: string | null }, during: During): Promise<void> =>
      decide(during.office(), own(), input, during),

    /** Types over a cell, or gives the file's own back with null. */
    mend: (input: { row: number; field: ImportField; text: string | null; alike: boolean }, during: During): Promise<Mended> =>
      mend(during.office(), own(), input, during),

    /** What is found of ours for what somebody types into a cell. */
    offers({ row, field, typed }: { row: number; field: ImportField; typed: string }, during: During): Offer[] {
      const judgement = judgementOf(own());
      const judged = judgement.rows.find((candidate) => candidate.row === row);
      return judged
        ? offersOf(during.office(), own(), judgement, recalling(learnedWords(during))).found(judged, field, typed)
        : [];
    },

    /** @throws Refusal where there are no pictures in that column */
    choosePhotos: (choice: PhotoChoice, during: During): Promise<void> => choosePhotos(during.office(), own(), choice, during),

    /** @throws Refusal where it is a far one */
    chooseEffectiveDay({ effectiveDay }: { effectiveDay: string }, during: During): Promise<void> {
      refuseFarDay(during.asked.today, effectiveDay, effectiveDayWord);
      return moveEffectiveDay(during.office(), own(), effectiveDay, during);
    },

    /** @throws Refusal when nothing would be written */
    checkTicked(): void {
      const session = own();
      if (!judgementOf(session).rows.some((judged) => isTicked(session, judged))) throw new Refusal('没有勾选要写入的行。');
    },

    /** Writes the ticked rows over a connection of its own. The main thread holds the gate meanwhile. */
    async write({ backup }: { backup: string }, { asked, signal, progress }: During): Promise<ImportResult> {
      const session = own();
      const result = await writeSession(path, session, judgementOf(session), asked, { signal, progress });
      session.result = { ...result, at: asked.now.toISOString(), backup, undone: false };
      session.step = 'result';
      return session.result;
    },

    /** What is to be remembered of the words of others once the rows are written; null where nothing was learned. */
    learned(_input: null, during: During): LearnedWord[] | null {
      const session = own();
      const written = judgementOf(session).rows.filter((judged) => isTicked(session, judged));
      const learned = written.flatMap((judged) => learnedFrom(session, judged));
      return learned.length === 0 ? null : withLearned(learnedWords(during), learned);
    },

    /** The person has gone on from the result, or looks at it again. */
    leaveResult({ left }: { left: boolean }): void {
      own().resultLeft = left;
    },

    /** The change set that was written. @throws Refusal when none was */
    written(): number {
      const written = own().result?.changeSetId ?? null;
      if (written === null) throw new Refusal('这次导入没有写入，不需要撤销。');
      return written;
    },

    markErrors: (): Promise<MadeFile> => markedFile(own(), judgementOf(own())),
  };
}

export type SessionCalls = ReturnType<typeof sessionCalls>;
