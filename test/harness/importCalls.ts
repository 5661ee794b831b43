// The calls of an import's session without its worker, which takes longer to start than most of what is asked of it: for tests that
// judge many small files.
import { utils, write } from 'xlsx';
import type { AppDeps } from '../../main/deps.ts';
import { type During, sessionCalls } from '../../main/rooms/imports/calls.ts';
import type { PhotoChoice } from '../../shared/imports/photos.ts';
import type { Issue, PreviewRow, PreviewSummary } from '../../shared/imports/preview.ts';
import type { ImportOptions, ImportResult } from '../../shared/imports/wizard.ts';
import { never } from './imports.ts';
import { nobody } from './program.ts';

/** A sheet as the bytes of a workbook. */
export const workbookOf = (rows: readonly (readonly unknown[])[], sheet = '花名册'): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    write(
      { SheetNames: [sheet], Sheets: { [sheet]: utils.aoa_to_sheet(rows.map((row) => [...row])) } },
      { type: 'array', bookType: 'xlsx' },
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
  static judged(
    deps: AppDeps,
    rows: readonly (readonly unknown[])[],
    options: Partial<ImportOptions> = {},
  ): Promise<ImportCalls> {
    return ImportCalls.judgedFile(deps, '花名册.xlsx', workbookOf(rows), options);
  }

  /** Reads and judges a file. */
  static async judgedFile(
    deps: AppDeps,
    fileName: string,
    bytes: Uint8Array,
    options: Partial<ImportOptions> = {},
  ): Promise<ImportCalls> {
    const file = new ImportCalls(deps);
    file.#calls.read({ fileName, bytes }, file.#during);
    const state = file.#calls.state(null, file.#during);
    file.#calls.chooseColumns(
      { fields: state.columns.map(({ field }) => field), options: { ...state.options, ...options } },
      file.#during,
    );
    await file.#calls.judge(null, file.#during);
    return file;
  }

  summary(): PreviewSummary {
    return this.#calls.summary(null, this.#during);
  }

  issues(): Issue[] {
    return this.summary().issues;
  }

  rows(tab: 'new' | 'changed' | 'same'): PreviewRow[] {
    return this.#calls.rows({ tab, offset: 0, limit: 500 }, this.#during);
  }

  tick(tab: 'new' | 'changed', rows: number[] | null, ticked: boolean): void {
    this.#calls.tick({ tab, rows, ticked }, this.#during);
  }

  chooseEffectiveDay(effectiveDay: string): Promise<void> {
    return this.#calls.chooseEffectiveDay({ effectiveDay }, this.#during);
  }

  choosePhotos(choice: PhotoChoice): Promise<void> {
    return this.#calls.choosePhotos(choice, this.#during);
  }

  commit(): Promise<ImportResult> {
    return this.#calls.write({ backup: '' }, this.#during);
  }
}
