// `npm run kill`: what the screen said was saved is there after the process is killed. Two hundred hosts die amid writes on one
// office; after each, the file is reopened, checked, and every acknowledged write is looked for. Then a mutant that answers
// before its commit must fail the same test, hosts killed amid an import leave all of it or nothing, programs killed
// amid a restore, a fresh beginning or an upgrade leave a whole office, and strace counts at least one sync a commit. `-- 20` runs twenty.
import { officeSchema } from '../../main/rooms/rooms.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openDesk } from '../../main/ground/office/desk.ts';
import { root } from '../harness/host.ts';
import { disagreements } from '../harness/oracle.ts';
import { temporaryFolder, testClock } from '../harness/program.ts';
import { killedImports } from './importing.ts';
import { killedReplacings } from './replacing.ts';
import { killedSession } from './session.ts';

const honestHost = path.join(root, 'dist/main/browser.js');
const mutantHost = path.join(root, 'test/kill/mutant.ts');
const kills = Number(process.argv[2] ?? 200);

/** The numbers of all acts that the reopened office knows; the file must be whole. */
function savedNumbers(folder: string): Set<number> {
  const desk = openDesk(folder, testClock, officeSchema);
  try {
    const { db } = desk.office();
    const integrity: unknown = db.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') throw new Error(`integrity_check says ${String(integrity)}`);
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('foreign_key_check found broken references');
    const orphans = db.prepare<[], number>(
      'SELECT count(*) FROM change_set WHERE id NOT IN (SELECT change_set_id FROM audit_line)',
    );
    if (orphans.pluck().get() !== 0) throw new Error('a change set has no audit line');
    const differing = disagreements(desk.office());
    if (differing.length > 0) throw new Error(`rows differ from their last audit lines: ${differing.join(', ')}`);
    const lines = db.prepare<[], number>(
      `SELECT json_extract(json_extract(after, '$.value'), '$.workers') FROM audit_line WHERE entity = 'setting'`,
    );
    return new Set(lines.pluck().all());
  } finally {
    desk.close();
  }
}

type Outcome = { acknowledged: number; attempted: number; lost: number };

async function killMany(script: string, times: number): Promise<Outcome> {
  const { folder, remove } = temporaryFolder();
  const outcome: Outcome = { acknowledged: 0, attempted: 0, lost: 0 };
  let next = 1;
  try {
    for (let round = 0; round < times; round++) {
      // The moments are spread evenly, not drawn, so that a run can be repeated.
      const session = await killedSession(script, folder, next, 20 + ((round * 37) % 101) * 0.8);
      next += session.attempted;
      const saved = savedNumbers(folder);
      outcome.acknowledged += session.acknowledged.length;
      outcome.attempted += session.attempted;
      outcome.lost += session.acknowledged.filter((number) => !saved.has(number)).length;
      if ((round + 1) % 50 === 0)
        process.stdout.write(`  ${round + 1} kills, ${outcome.acknowledged} acknowledged, ${outcome.lost} lost\n`);
    }
  } finally {
    remove();
  }
  return outcome;
}

/** Syncs counted by strace while a host takes writes, and the commits it acknowledged; null without strace. */
async function countSyncs(): Promise<{ syncs: number; commits: number } | null> {
  if (spawnSync('strace', ['-V']).status !== 0) return null;
  const { folder, remove } = temporaryFolder();
  const trace = path.join(folder, 'trace.txt');
  const data = path.join(folder, 'office');
  try {
    // Once without strace, so that the schema's own syncs are not counted.
    await killedSession(honestHost, data, 1, 50);
    const wrapper = ['strace', '-f', '-e', 'trace=fsync,fdatasync', '-o', trace];
    const session = await killedSession(honestHost, data, 10_000, 1500, wrapper);
    const syncs = readFileSync(trace, 'utf8').split('\n');
    return { syncs: syncs.filter((line) => /f(data)?sync\(\d+\)\s+= 0/.test(line)).length, commits: session.acknowledged.length };
  } finally {
    remove();
  }
}

if (!existsSync(honestHost)) throw new Error('build first: npm run build');
const verdicts: [boolean, string][] = [];

const honest = await killMany(honestHost, kills);
verdicts.push([
  honest.lost === 0 && honest.acknowledged >= kills,
  `honest host: ${kills} kills, ${honest.attempted} writes, ${honest.acknowledged} acknowledged, ${honest.lost} lost`,
]);

const mutantKills = Math.max(10, Math.round(kills / 10));
const mutant = await killMany(mutantHost, mutantKills);
verdicts.push([
  mutant.lost > 0,
  `mutant that answers before its commit: ${mutantKills} kills, ${mutant.acknowledged} acknowledged, ${mutant.lost} lost (must be more than 0)`,
]);

const importKills = Math.max(4, Math.round(kills / 10));
const imports = await killedImports(honestHost, importKills);
verdicts.push([
  imports.torn === 0 && imports.lost === 0,
  `killed amid an import of thousands: ${importKills} kills, ${imports.all} times everybody there, ${imports.none} times nobody, ${imports.torn} torn, ${imports.lost} lost`,
]);

for (const way of ['restore', 'afresh', 'upgrade'] as const) {
  const replaced = await killedReplacings(way, importKills);
  verdicts.push([
    replaced.torn.length === 0,
    `killed amid ${way}: ${importKills} kills, ${replaced.former} times as it was, ${replaced.next} times as it was to become, torn: ${replaced.torn.join(' ') || 'none'}`,
  ]);
}

const counted = await countSyncs();
if (counted)
  verdicts.push([
    counted.commits > 0 && counted.syncs >= counted.commits,
    `strace: ${counted.syncs} syncs for ${counted.commits} acknowledged commits`,
  ]);
else process.stdout.write('strace is not on this machine: syncs were not counted\n');

for (const [kept, text] of verdicts) process.stdout.write(`${kept ? 'ok' : 'FAILED'}  ${text}\n`);
const failed = verdicts.filter(([kept]) => !kept).length;
process.stdout.write(`kill: ${verdicts.length - failed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
