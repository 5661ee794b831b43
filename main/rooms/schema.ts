// What all rooms together tell the ground about the office file: the one place that knows them all. A room with tables of its
// own adds them here, a step of the schema goes to the end of the migrations.
import type { Schema } from '../ground/office/schema.ts';
import { sql as office } from './migrations/0001-office.ts';
import { lift as liftVersions, sql as versions } from './migrations/0002-versions.ts';
import { lift as liftEndings, sql as endings } from './migrations/0003-endings.ts';
import { photoCounts, photoTriggers } from './photos/tables.ts';
import { rosterCounts, rosterTables } from './roster/tables.ts';
import { officeUnit, settingTables } from './settings/tables.ts';
import { foundingLasts } from './welcome/founding.ts';

export const officeSchema: Schema = {
  tables: [...settingTables, ...rosterTables],
  migrations: [
    { version: 1, name: 'office', sql: office },
    { version: 2, name: 'versions', sql: versions, lift: liftVersions },
    { version: 3, name: 'endings', sql: endings, lift: liftEndings },
  ],
  triggers: photoTriggers,
  facts: { unit: officeUnit, counts: [...rosterCounts, ...photoCounts] },
  lasting: foundingLasts,
  undoWorker: { folder: 'rooms', name: 'undo' },
};
