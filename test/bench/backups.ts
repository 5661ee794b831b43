// `backup-1gb`: a verified backup of an office of 1 GB, most of it photos, in its worker as the program takes it, against copying the
// file, syncing the copy and its SHA-256, in Node.
import { createHash } from 'node:crypto';
import { createReadStream, rmSync, statSync } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { backUpNow } from '../../main/rooms/backups/backUpNow.ts';
import { openProgram } from '../harness/program.ts';
import { compare } from './measure.ts';
import { bigOffice, fillOffice, fillPhotos } from './offices.ts';

const gigabyte = 1_000_000_000;

export const benches = {
  async 'backup-1gb'(): Promise<void> {
    const program = openProgram();
    const { db, path: file } = program.office();
    fillOffice(db, bigOffice);
    fillPhotos(db, gigabyte);
    db.pragma('wal_checkpoint(TRUNCATE)');
    if (statSync(file).size < gigabyte) throw new Error('the office is too small');
    const ours = async () => {
      const backup = await backUpNow(program.desk, 'manual', program.deps.log);
      return () => rmSync(backup.file);
    };
    const copy = path.join(program.folder, 'copy');
    const floor = async () => {
      await copyFile(file, copy);
      const handle = await open(copy, 'r+');
      await handle.sync();
      await handle.close();
      const hash = createHash('sha256');
      await pipeline(createReadStream(copy, { highWaterMark: 1 << 20 }), hash);
      if (hash.digest('hex').length !== 64) throw new Error('no hash');
      return () => rm(copy);
    };
    await compare('backup-1gb', ours, floor, { runs: 3 });
    program.close();
  },
};
