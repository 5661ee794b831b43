// `npm run hostile`: everything that comes in, made by chance and by ill will, against the real host. A crash, a hang, a window held for
// more than two seconds, more than 1 GB, words that aren't Chinese, or an office that isn't whole afterwards is a failure. `--short` tries
// less, for .ci/run; `--seed N` begins with that seed and repeats what it made.
import { openDesk } from '../../main/ground/office/desk.ts';
import { buildIfStale } from '../../main/launch/build.ts';
import { officeSchema } from '../../main/rooms/rooms.ts';
import { root } from '../harness/host.ts';
import { disagreements } from '../harness/oracle.ts';
import { temporaryFolder, testClock } from '../harness/program.ts';
import { bodyBounds, tooMuchOf } from './bounds.ts';
import { bombs } from './bombs.ts';
import { Chance } from './chance.ts';
import { importHostile } from './imports.ts';
import { fuzzedPhoto, pictureBombs, sendPhotos } from './photos.ts';
import { AttackedProgram } from './program.ts';
import { fuzzedRoster, goodRosters } from './rosters.ts';
import { tryRules } from './rules.ts';
import { Verdicts } from './verdicts.ts';

const asked = process.argv.slice(2);
const short = asked.includes('--short');
const firstSeed = Number(asked[asked.indexOf('--seed') + 1] ?? 1) || 1;
const only = asked.filter((each) => !each.startsWith('--') && !/^\d+$/.test(each));
const counts = short ? { rosters: 60, photos: 40 } : { rosters: 1000, photos: 400 };

const wanted = (part: string): boolean => only.length === 0 || only.includes(part);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

if (!buildIfStale(root)) process.exit(1);
const verdicts = new Verdicts();
const { folder, remove } = temporaryFolder();
let program = await AttackedProgram.start(['--demo'], folder);
const worst = { stall: 0, bytes: 0 };

async function stopProgram(): Promise<void> {
  worst.stall = Math.max(worst.stall, program.worst.stall);
  worst.bytes = Math.max(worst.bytes, program.worst.bytes);
  await program.stop();
}

/** One try, and a fresh program for the next where this one ended or took much. */
async function attack(what: string, act: (program: AttackedProgram) => Promise<readonly string[]>): Promise<void> {
  verdicts.note(what, await program.costing(() => act(program)));
  if (!program.hasEnded && !program.isSwollen) return;
  await stopProgram();
  program = await AttackedProgram.start(['--demo'], folder);
}

const parts: Readonly<Record<string, () => Promise<void>>> = {
  async good() {
    for (const file of goodRosters())
      await attack(`good ${file.name}`, async (attacked) => {
        const reached = new Set<string>();
        const faults = await importHostile(attacked, file, (how) => reached.add(how));
        return reached.has('written') ? faults : [...faults, 'it was not taken'];
      });
  },
  async rosters() {
    const reached = new Map<string, number>();
    for (let seed = firstSeed; seed < firstSeed + counts.rosters; seed++) {
      const file = fuzzedRoster(new Chance(seed));
      let how = 'refused';
      await attack(`roster of seed ${seed} (${file.name})`, (attacked) => importHostile(attacked, file, (now) => (how = now)));
      reached.set(how, (reached.get(how) ?? 0) + 1);
    }
    say(`  rosters ${[...reached].map(([how, count]) => `${how} ${count}`).join(', ')}`);
  },
  async bombs() {
    for (const { what, name, make, slow } of bombs) {
      if (short && slow) continue;
      const bytes = await make();
      const began = Date.now();
      let how = 'refused';
      await attack(what, (attacked) => importHostile(attacked, { name, bytes }, (now) => (how = now)));
      say(`  ${what}: ${(bytes.length / 1024 ** 2).toFixed(1)} MB, ${how} in ${Date.now() - began} ms`);
    }
  },
  async photos() {
    for (let seed = firstSeed; seed < firstSeed + counts.photos; seed += 4)
      await attack(`photos of seeds ${seed} to ${seed + 3}`, async (attacked) =>
        sendPhotos(attacked, await Promise.all([0, 1, 2, 3].map((more) => fuzzedPhoto(new Chance(seed + more))))),
      );
    for (const { what, make } of pictureBombs) {
      const bytes = await make();
      await attack(`photo: ${what}`, (attacked) =>
        sendPhotos(
          attacked,
          Array.from({ length: 4 }, () => ({ name: '王秀英.jpg', bytes })),
        ),
      );
    }
  },
  async bounds() {
    for (const { what, attack: act } of [...bodyBounds, ...tooMuchOf(!short)]) await attack(what, act);
  },
  rules: () => tryRules(verdicts),
};

const unknown = only.filter((part) => !(part in parts));
if (unknown.length > 0) {
  process.stderr.write(`No part is named ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}\n`);
  process.exit(1);
}
say(`seeds from ${firstSeed}`);
for (const [part, run] of Object.entries(parts)) {
  if (!wanted(part)) continue;
  const began = Date.now();
  await run();
  say(`${part} done in ${Math.round((Date.now() - began) / 1000)} s`);
}
await stopProgram();
say(`longest wait of the window ${Math.round(worst.stall)} ms, most memory over rest ${Math.round(worst.bytes / 1024 ** 2)} MB`);
const desk = openDesk(folder, testClock, officeSchema);
try {
  const { db } = desk.office();
  const integrity: unknown = db.pragma('integrity_check', { simple: true });
  verdicts.note('the file of the office', integrity === 'ok' ? [] : [String(integrity)]);
  verdicts.note('its references', (db.pragma('foreign_key_check') as unknown[]).length === 0 ? [] : ['broken ones']);
  verdicts.note('its audit', disagreements(desk.office()));
} finally {
  desk.close();
  remove();
}
say(`hostile: ${verdicts.passed} passed, ${verdicts.failed} failed`);
process.exit(verdicts.failed === 0 ? 0 : 1);
