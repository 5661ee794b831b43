// `npm run bench`: all benches, or those named: `npm run bench -- list-16200`. What is stale is built first. A bench file exports
// `benches`, by name; the other files here hold none.
import { globSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from '../../main/launch/build.ts';
import { root } from '../harness/host.ts';

export type Benches = Record<string, () => Promise<void>>;

const folder = import.meta.dirname;
const benches: Benches = {};
for (const file of globSync('*.ts', { cwd: folder }).sort()) {
  if (file === path.basename(import.meta.filename)) continue;
  const loaded = (await import(path.join(folder, file))) as { benches?: Benches };
  Object.assign(benches, loaded.benches ?? {});
}
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`No bench is named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}\n`);
  process.exit(1);
}
if (!buildIfStale(root)) process.exit(1);
for (const name of named.length > 0 ? named : Object.keys(benches)) await benches[name]?.();
process.exit(0);
