// The calls of an import's session without its worker, which takes longer to start than most of what is asked of it: for tests that
// judge many small files.
import { utils, write } from 'xlsx';
import type { AppDeps } from '../../main/deps.ts';
import { type During, sessionCalls } from '../../main/rooms/imports/calls.ts';
import type { MadeFile } from '../../main/ground/files/download.ts';
import type { ImportField } from '../../shared/imports/fields.ts';
import type { PhotoChoice } from '../../shared/imports/photos.ts';
import type { Issue, Mended, Offer, PreviewRow, PreviewSummary, Question, RowOutcome } from '../../shared/imports/preview.ts';
import type { ImportOptions, ImportResult, ImportState } from '../../shared/imports/wizard.ts';
import { never } from './imports.ts';
import { nobody } from './program.ts';

/** A sheet as the bytes of a workbook. */
export const workbookOf = (rows: readonly (readonly unknown[])[], sheet = '花名册'): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    write(
      { SheetNames: [sheet], Sheets: { [sheet]: utils.aoa_to_sheet(rows.map((row) => [...row])) } },
      { type: 'array', bookType: 'xlsx', compression: true },
    ) as ArrayBuffer,
  );

export class ImportCalls {
  readonly #calls: ReturnType<typeof sessionCalls>;
  readonly #during: During;

  private constructor({ desk, clock }: AppDeps) {
    const office = desk.office();
    this.#calls = sessionCalls({ id: 'test', path: office.path });
    this.#during = {
      asked: { actor: nobody, preferencesOf: '', now: clock.now(), today: clock.today() },
      office: () => office,
      signal: never,
      progress: () => undefined,
    };
  }

  /** Reads and judges a sheet. */
  static async judged(
    deps: AppDeps,
    rows: readonly (readonly unknown[])[],
    options: Partial<ImportOptions> = {},
  ): Promise<ImportCalls> {
    return ImportCalls.judgedFile(deps, { fileName: '花名册.xlsx', bytes: workbookOf(rows) }, options);
  }

  /** Reads and judges a file. */
  static async judgedFile(
    deps: AppDeps,
    read: { fileName: string; bytes: Uint8Array },
    options: Partial<ImportOptions> = {},
  ): Promise<ImportCalls> {
    const file = ImportCalls.read(deps, read.fileName, read.bytes);
    file.choose(options);
    await file.judge();
    return file;
  }

  /** Reads a file and goes no further. */
  static read(deps: AppDeps, fileName: string, bytes: Uint8Array): ImportCalls {
    const file = new ImportCalls(deps);
    file.#calls.read({ fileName, bytes }, file.#during);
    return file;
  }

  state(): ImportState {
    return this.#calls.state(null, this.#during);
  }

  /** Changes some of the options, and some of the columns by their title. */
  choose(options: Partial<ImportOptions>, columns: Readonly<Record<string, ImportField | null>> = {}): void {
    const state = this.state();
    const fields = state.columns.map(({ title, field }) => (title in columns ? (columns[title] ?? null) : field));
    this.#calls.chooseColumns({ fields, options: { ...state.options, ...options } }, this.#during);
  }

  chooseTables(tables: Parameters<ReturnType<typeof sessionCalls>['chooseTables']>[0]['tables']): void {
    this.#calls.chooseTables({ tables });
  }

  /** @param row the only row of the header, from 1 */
  chooseHeader(row: number): void {
    this.#calls.chooseHeader({ sheet: 0, header: { firstRow: row, lastRow: row } }, this.#during);
  }

  view(table: number): void {
    this.#calls.viewTable({ table });
  }

  judge(): Promise<unknown> {
    return this.#calls.judge(null, this.#during);
  }

  summary(): PreviewSummary {
    return this.#calls.summary(null, this.#during);
  }

  issues(): Issue[] {
    return this.summary().issues;
  }

  rows(tab: RowOutcome): PreviewRow[] {
    return this.#calls.rows({ tab, offset: 0, limit: 500 }, this.#during);
  }

  /** Who serves and isn't in the file, by name. */
  gone(): string[] {
    return this.#calls.gone().map(({ name }) => name);
  }

  tick(tab: 'new' | 'changed', rows: number[] | null, ticked: boolean): void {
    this.#calls.tick({ tab, rows, ticked }, this.#during);
  }

  decide(row: number, question: Question, decision: string | null): Promise<void> {
    return this.#calls.decide({ row, question, decision }, this.#during);
  }

  mend(row: number, field: ImportField, text: string | null, alike = false): Promise<Mended> {
    return this.#calls.mend({ row, field, text, alike }, this.#during);
  }

  offers(row: number, field: ImportField, typed: string): Offer[] {
    return this.#calls.offers({ row, field, typed }, this.#during);
  }

  marked(): Promise<MadeFile> {
    return this.#calls.markErrors();
  }

  choosePhotos(choice: PhotoChoice): Promise<void> {
    return this.#calls.choosePhotos(choice, this.#during);
  }

  chooseEffectiveDay(effectiveDay: string): Promise<void> {
    return this.#calls.chooseEffectiveDay({ effectiveDay }, this.#during);
  }

  commit(): Promise<ImportResult> {
    return this.#calls.write({ backup: '' }, this.#during);
  }
}
