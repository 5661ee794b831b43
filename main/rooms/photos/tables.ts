// What the photos' own table asks of the office file: a photo is kept by its content and never changed, so it has no audit lines.

export const photoTriggers: readonly string[] = [
  `CREATE TRIGGER photo_immutable BEFORE UPDATE ON photo BEGIN SELECT RAISE(ABORT, 'photo is immutable'); END;`,
];

export const photoCounts = [{ word: '照片', measure: '张', sql: 'SELECT count(*) FROM photo' }] as const;
