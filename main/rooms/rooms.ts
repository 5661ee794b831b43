// What all rooms together tell the ground and the kit: the one place that knows them all. A room adds here its tables, its step of
// the schema at the end of the migrations, the rows that the command box finds and the lists that go out as they are shown; its calls it
// adds in app.ts.
import type { Found } from '../kit/found.ts';
import type { Listed } from '../kit/listed.ts';
import type { Schema } from '../ground/office/schema.ts';
import { sql as office } from './migrations/0001-office.ts';
import { lift as liftVersions, sql as versions } from './migrations/0002-versions.ts';
import { lift as liftEndings, sql as endings } from './migrations/0003-endings.ts';
import { photoCounts, photoTriggers } from './photos/tables.ts';
import { rosterFound } from './roster/found.ts';
import { rosterListed } from './roster/listed.ts';
import { rosterCounts, rosterTables } from './roster/tables.ts';
import { signboardsListed } from './signboards/listed.ts';
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

/** In the order in which the box shows them: people first. */
export const roomFound: readonly Found[] = [...rosterFound];

export const roomListed: readonly Listed[] = [...rosterListed, ...signboardsListed];
