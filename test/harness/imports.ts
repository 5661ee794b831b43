// A file from bytes to a judged and written import, without screens, in its real worker: for tests of the import and for its bench.
import type { AppDeps } from '../../main/deps.ts';
import type { Progress } from '../../main/ground/jobs/jobs.ts';
import type { SessionWorker } from '../../main/rooms/imports/sessionWorker.ts';
import {
  type Ask,
  asking,
  commitSession,
  type Importing,
  judgeSession,
  markErrors,
  readIntoSession,
  undoImport,
} from '../../main/rooms/imports/work.ts';
import type { ImportField } from '../../shared/imports/fields.ts';
import type { Issue, PreviewSummary } from '../../shared/imports/preview.ts';
import type { ImportOptions, ImportResult } from '../../shared/imports/wizard.ts';
import { nobody } from './program.ts';

const silent: Progress = () => undefined;
export const never = new AbortController().signal;

/** The import of a test's person. */
export const importing = (deps: AppDeps): Importing => ({ deps, office: deps.desk.office(), actor: nobody });

/** An import under way, and what a person would do with it. */
export class FileImport {
  readonly session: SessionWorker;
  readonly ask: Ask;
  readonly #importing: Importing;

  constructor(importer: Importing, session: SessionWorker) {
    this.#importing = importer;
    this.session = session;
    this.ask = asking(importer, session);
  }

  judge(): Promise<void> {
    return judgeSession(this.#importing, this.session, never, silent);
  }

  async summary(): Promise<PreviewSummary> {
    return await this.ask('summary', null);
  }

  /** Every cell that is refused, held or to be converted. */
  async issues(): Promise<Issue[]> {
    return (await this.summary()).issues;
  }

  async fields(): Promise<(ImportField | null)[]> {
    return (await this.ask('state', null)).columns.map(({ field }) => field);
  }

  /** Changes some of the options, and nothing of the columns. */
  async choose(options: Partial<ImportOptions>): Promise<void> {
    const state = await this.ask('state', null);
    await this.ask('chooseColumns', { fields: await this.fields(), options: { ...state.options, ...options } });
  }

  commit(): Promise<ImportResult> {
    return commitSession(this.#importing, this.session, never, silent);
  }

  undo(): Promise<void> {
    return undoImport(this.#importing, this.ask);
  }

  marked(): ReturnType<typeof markErrors> {
    return markErrors(this.#importing, this.session, never);
  }
}

/** Reads a file and judges it as the wizard would with every proposal taken. */
export async function judgeFile(deps: AppDeps, name: string, bytes: Uint8Array): Promise<FileImport> {
  const file = new FileImport(importing(deps), await readIntoSession(importing(deps), { name, bytes }, never, silent));
  await file.judge();
  return file;
}

/** Reads, judges, and writes every row that is good. */
export async function importFile(
  deps: AppDeps,
  name: string,
  bytes: Uint8Array,
): Promise<{ file: FileImport; result: ImportResult }> {
  const file = await judgeFile(deps, name, bytes);
  return { file, result: await file.commit() };
}
