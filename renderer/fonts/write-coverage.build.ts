// Writes main/signboards/coverageTable.ts anew, after a font package changed version.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { coverageTable } from './slices.build.ts';

writeFileSync(path.resolve(import.meta.dirname, '../../main/rooms/signboards/coverageTable.ts'), coverageTable());
