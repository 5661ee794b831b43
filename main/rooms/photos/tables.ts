// What the photos' own table asks of the office file: a photo is kept by its content and never changed, so it has no audit lines.

export const photoTriggers: readonly string[] = [
  `CREATE TRIGGER photo_immutable BEFORE UPDATE ON photo BEGIN SELECT RAISE(ABORT, 'photo is immutable'); END;`,
];

/** Those in use: the ones that were replaced are kept for undoing, and nobody counts them. */
export const photoCounts = [{ word: '照片', measure: '张', sql: 'SELECT count(DISTINCT photo_hash) FROM worker' }] as const;
