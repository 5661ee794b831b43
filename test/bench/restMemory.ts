// `rest-memory`: resident memory of the host after its start with the demo office, against a bare Node with the same file open, in MB.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { officeFileName } from '../../main/ground/office/desk.ts';
import { startHost } from '../harness/host.ts';
import { peakMemory, residentMemory } from '../harness/processes.ts';
import { temporaryFolder } from '../harness/program.ts';
import { median, report } from './measure.ts';

/** Until what a start leaves behind has been swept up. */
const rest = 4_000;
const runs = 5;

/** Opens the file as the program does, reads one row of it, and waits. */
function startBareNode(file: string): ChildProcess {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  const program = `const db = new (require(${JSON.stringify(driver)}))(${JSON.stringify(file)});
    db.pragma('journal_mode = wal');
    db.prepare('SELECT * FROM change_set').get();
    setInterval(() => undefined, 60_000);
    process.stdout.write('open');`;
  return spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
}

export const benches = {
  async 'rest-memory'(): Promise<void> {
    const { folder, remove } = temporaryFolder();
    const ours: number[] = [];
    const floor: number[] = [];
    let peak = 0;
    // The first start founds the demo office, which is not what rests.
    await (await startHost(['--demo'], folder)).stop();
    for (let run = 0; run < runs; run++) {
      const bare = startBareNode(path.join(folder, officeFileName));
      if (bare.stdout) await once(bare.stdout, 'data');
      await setTimeout(rest);
      floor.push(residentMemory(bare.pid ?? 0));
      bare.kill();
      await once(bare, 'exit');

      const host = await startHost([], folder);
      await setTimeout(rest);
      ours.push(residentMemory(host.process.pid ?? 0));
      peak = Math.max(peak, peakMemory(host.process.pid ?? 0));
      await host.stop();
    }
    remove();
    report('rest-memory', 'mb', median(ours), median(floor), peak);
  },
};
