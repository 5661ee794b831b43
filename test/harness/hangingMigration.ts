// A program that never comes to the end of an upgrade: it migrates the office file named to it by a migration that adds a column,
// rewrites every worker, writes more than SQLite keeps in memory, says `inside`, and then counts for ever. It is there to be killed.
import { writeSync } from 'node:fs';
import path from 'node:path';
import { connect } from '../../main/ground/office/connection.ts';
import { migrate } from '../../main/ground/office/migrate.ts';
import { newestVersion } from '../../main/ground/office/schema.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';

const file = process.argv[2] ?? '';
const db = connect(file);
db.function('say_inside', () => writeSync(1, 'inside\n'));
const sql = `
ALTER TABLE worker ADD COLUMN rank TEXT;
UPDATE worker SET name = '改了一半';
CREATE TABLE bulk (content BLOB);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 48) INSERT INTO bulk SELECT randomblob(1000000) FROM n;
SELECT say_inside();
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;
`;
migrate(db, file, path.join(path.dirname(file), '备份'), '2026-09-28T02:26:00.000Z', {
  ...officeSchema,
  migrations: [...officeSchema.migrations, { version: newestVersion(officeSchema) + 1, name: 'hanging', sql }],
});
