import { readFileSync } from 'node:fs';
import { readWorkbook } from './main/ground/excel/readWorkbook.ts';
for (const f of process.argv.slice(2)) {
  try { const b = readWorkbook(f.split('/').at(-1) ?? '', readFileSync(f));
  console.log(f, b.kind, b.encoding); for (const s of b.sheets) console.log('  ', s.name, {n: s.rows.length, a: s.active, r: JSON.stringify(s.rows).slice(0,160)}); } catch (e) { console.log(f, String(e)); }
}
