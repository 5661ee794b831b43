// What all rooms together tell the ground about the office file: the one place that knows them all. A room with tables of its
// own adds them here, a step of the schema goes to the end of the migrations.
import type { Schema } from '../ground/office/schema.ts';
import { sql as office } from './migrations/0001-office.ts';
import { lift, sql as versions } from './migrations/0002-versions.ts';
import { rosterTables } from './roster/tables.ts';
import { settingTables } from './settings/tables.ts';

export const officeSchema: Schema = {
  tables: [...settingTables, ...rosterTables],
  migrations: [
    { version: 1, name: 'office', sql: office },
    { version: 2, name: 'versions', sql: versions, lift },
  ],
  triggers: [`CREATE TRIGGER photo_immutable BEFORE UPDATE ON photo BEGIN SELECT RAISE(ABORT, 'photo is immutable'); END;`],
  facts: {
    unit: `SELECT json_extract(value, '$.unit') FROM setting WHERE name = 'office'`,
    counts: [
      { word: '网格员', measure: '人', sql: 'SELECT count(*) FROM worker' },
      { word: '照片', measure: '张', sql: 'SELECT count(*) FROM photo' },
    ],
  },
  lasting: { 'office.found': '建立台账不能撤销。要重新开始，请用“换成正式台账”或恢复备份。' },
  undoWorker: { folder: 'rooms', name: 'undo' },
};
