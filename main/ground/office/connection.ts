// The only place that opens an office's SQLite file. Whoever writes does so with the settings that the promise "what was saved
// stays saved" rests on, and they are read back, since SQLite ignores what it can't do.
import Database from 'better-sqlite3';
import { searchable } from '../../../shared/rules/text.ts';

export type Connection = Database.Database;

/** «GRLD»: tells an office file from any other SQLite file. */
export const applicationId = 0x47524c44;

/**
 * A writing connection. Creates the file when it is missing.
 * @param patience milliseconds that it waits for another one: none on the main thread, whose writes pass a gate (writingGate.ts)
 */
export function connect(path: string, patience = 0): Connection {
  const settings = [
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['busy_timeout', patience],
  ] as const;
  const db = new Database(path);
  try {
    // A new file, or a copy laid in an office's place, is put to work by a few bytes of its first page: whoever is killed meanwhile
    // leaves it as it was or as it is to be, and no -journal that looks like a stranger's.
    if (db.pragma('journal_mode', { simple: true }) !== 'wal') db.pragma('journal_mode = memory');
    for (const [name, value] of settings) {
      db.pragma(`${name} = ${value}`);
      const kept: unknown = db.pragma(name, { simple: true });
      if (kept !== value) throw new Error(`PRAGMA ${name} reads ${String(kept)} instead of ${value}`);
    }
    guard(db);
    db.pragma('cache_size = -32000');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** What may lie in a file that somebody hands over does nothing by itself; what a question gathers never lies in a file; what questions may use. */
function guard(db: Connection): void {
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  // What a search compares: SQLite's lower() knows neither full-width letters nor the other forms of a character.
  db.function('searchable', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? searchable(text) : null));
}

/** A writing connection to a copy that nobody opens yet: what it writes is in the file itself, with no -wal beside it. */
export function connectToCopy(path: string): Connection {
  const db = new Database(path, { fileMustExist: true });
  guard(db);
  return db;
}

/** An office file that is none: what a schema comes to, made from nothing. */
export function connectInMemory(): Connection {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = OFF');
  return db;
}

/** A reading connection for workers and checks: it can't write; while a file is being opened elsewhere it waits a little. */
export function connectForReading(path: string): Connection {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  guard(db);
  return db;
}
