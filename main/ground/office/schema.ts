// What the rooms tell the ground about the office file: their tables with the Chinese words of each, the rules that no index
// can state, the history of the schema, and what a checked file is said to hold. The ground knows no room by name: it is
// handed one such collection (main/rooms/rooms.ts), and so are the tests, the kill proof and the fixtures.
import { createHash } from 'node:crypto';
import type { Connection } from './connection.ts';

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Whoever can be asked about the office in the midst of a refusal. */
export type Reader = { readonly db: Connection };

/** What a rule forbids, as SQL over NEW, and in an update OLD. */
export type Forbidden = {
  /** True where the write must be refused. */
  when: string;
  /** The id of the row that stands in the way, if there is one. */
  obstacle?: string;
};

/** A rule over several rows, written as two triggers: BEFORE INSERT and BEFORE UPDATE. */
export type Rule = {
  /** Unique in the office; the triggers are named after it. */
  name: string;
  forbidden: (write: 'insert' | 'update') => Forbidden;
  /** What the person is told. `obstacle` is null where the rule names none. */
  refusal: (office: Reader, row: Row, obstacle: number | null) => string;
};

/** A table whose rows are audited and can be undone. Every one has `id` and `uid`. */
export type Table = {
  /** Its name in SQL and in the audit. */
  name: string;
  /** What a row of it is called: 网格员. */
  word: string;
  /** Its columns that a person fills in or reads, in the words of the screens. */
  columns: Readonly<Record<string, string>>;
  /**
   * What must be unique within the office, by the columns as SQLite names them («name», «dictionary, value»), and what whoever
   * repeats it is told.
   */
  unique?: Readonly<Record<string, (office: Reader, row: Row) => string>>;
  rules?: readonly Rule[];
  /** SQL that finds a row which no program of ours ever wrote and today's would stumble over: a file that holds one isn't opened. */
  unsound?: readonly string[];
  /**
   * Called once at the end of every act that wrote rows of it, an undo too: writes what must follow from them in other tables, and
   * says so for the act's summary, or null. Tables follow in the order of the collection: what is written into one that has
   * followed already isn't followed again.
   */
  follow?: (act: Ending, written: readonly Written[]) => string | null;
  /**
   * The columns that in this row are only worked out from other rows, by `follow`, as they are by now: an undo neither minds what
   * has become of them nor puts them back as they were.
   */
  derived?: (office: Reader, row: Row) => Row;
  /**
   * Asked once after that, for what can only be told when the act is done: null, or why the whole act is refused. It refuses what
   * the act has done, not what was so before.
   */
  settled?: (office: Reader, written: readonly Written[]) => string | null;
};

/** An act that has written what it was meant to. */
export type Ending = { readonly office: Reader; update(entity: string, id: number, columns: Row): boolean };

/**
 * What an act made of one row: `before` is null where it is new, `after` where it is gone. `meant` is what an undo was to put back,
 * with its derived columns as they were then.
 */
export type Written = { id: number; before: Row | null; after: Row | null; meant: Row | null };

/** One row's change as the audit holds it. */
export type AuditedRow = { entity: string; id: number; before: Row | null; after: Row | null };

/**
 * A step of the schema. Once released it is frozen: its hash is kept in every office file and compared at every start. A
 * function can't be hashed as it runs, since bundling changes its text; it carries the hash of its source file instead, a
 * literal that a test holds against the file.
 */
export type Migration = {
  version: number;
  name: string;
  /**
   * Where it moves or renames columns: reads one audit line written before it as the lines of its own schema, so that older
   * acts can still be undone. A step that only adds nullable columns needs none, unless it gives rows that are there a value in them.
   * @throws Refusal with the true reason where that can't be done
   */
  lift?: (line: AuditedRow) => AuditedRow[];
} & ({ sql: string } | { run: (db: Connection) => void; hash: string });

export const hashOf = (migration: Migration): string =>
  'sql' in migration ? createHash('sha256').update(migration.sql).digest('hex') : migration.hash;

/** SQL that works on the file of every schema there was; plain text, so that a worker can be given it. */
export type FactQuestions = {
  /** One text: whose office it is. */
  unit: string;
  counts: readonly { word: string; measure: string; sql: string }[];
};

export type Schema = {
  tables: readonly Table[];
  migrations: readonly Migration[];
  /** Further triggers, whole: what may never be changed. */
  triggers: readonly string[];
  facts: FactQuestions;
  /** Kinds of acts that are never undone, each with the reason. */
  lasting: Readonly<Record<string, string>>;
  /** The worker that takes large acts back, `main/<folder>/<name>.worker.ts`; null where all are taken back on the main thread. */
  undoWorker: { readonly folder: string; readonly name: string } | null;
};

/** For connections that only read. */
export const nothingToWrite: Schema = {
  tables: [],
  migrations: [],
  triggers: [],
  facts: { unit: 'SELECT NULL', counts: [] },
  lasting: {},
  undoWorker: null,
};

export const newestVersion = (schema: Schema): number => schema.migrations.at(-1)?.version ?? 0;

/** @throws when no room has such a table. */
export function tableNamed(schema: Schema, name: string): Table {
  const table = schema.tables.find((each) => each.name === name);
  if (!table) throw new Error(`no room has a table named ${name}`);
  return table;
}

/** Reads an audit line of an older schema as lines of the newest one. @throws Refusal where a step can't. */
export const lifted = (schema: Schema, writtenUnder: number, line: AuditedRow): AuditedRow[] =>
  schema.migrations
    .filter(({ version }) => version > writtenUnder)
    .reduce<AuditedRow[]>((lines, { lift }) => (lift ? lines.flatMap(lift) : lines), [line]);

/** How a refusal is thrown from SQL: the rule's name and the obstacle's id, read again by refusals.ts. */
function triggerOf(table: string, { name, forbidden }: Rule, write: 'insert' | 'update'): string {
  const { when, obstacle } = forbidden(write);
  const raised = obstacle ? `'rule ${name} ' || ${obstacle}` : `'rule ${name} '`;
  return `CREATE TRIGGER ${name}_${write} BEFORE ${write.toUpperCase()} ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, ${raised}); END;`;
}

/** The rules of all rooms as triggers. They are the program's, not the file's: an office has those of the program that opens it. */
export const triggersOf = (schema: Schema): string[] => [
  ...schema.tables.flatMap(({ name: table, rules = [] }) =>
    rules.flatMap((rule) => (['insert', 'update'] as const).map((write) => triggerOf(table, rule, write))),
  ),
  ...schema.triggers,
  `CREATE TRIGGER audit_line_immutable BEFORE UPDATE ON audit_line BEGIN SELECT RAISE(ABORT, 'audit line is immutable'); END;`,
  `CREATE TRIGGER audit_line_kept BEFORE DELETE ON audit_line BEGIN SELECT RAISE(ABORT, 'audit line is kept'); END;`,
];
