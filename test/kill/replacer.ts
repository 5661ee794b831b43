// A program that is there to be killed: it opens the office of a folder, which upgrades an older one, and replaces it as it was told,
// saying how far it is. Runs as: replacer.ts FOLDER restore|afresh|upgrade
import { writeSync } from 'node:fs';
import path from 'node:path';
import { openDesk } from '../../main/ground/office/desk.ts';
import { restore, startAfresh } from '../../main/rooms/backups/restore.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { silentLog, testClock } from '../harness/program.ts';

const [folder = '', way] = process.argv.slice(2);
if (way === 'upgrade') writeSync(1, 'now\n');
const desk = openDesk(folder, testClock, officeSchema);
if (way !== 'upgrade') writeSync(1, 'now\n');
if (way === 'restore') await restore(desk, path.join(folder, '拷来的.gridledger'), silentLog);
if (way === 'afresh') await startAfresh(desk, () => undefined);
desk.close();
