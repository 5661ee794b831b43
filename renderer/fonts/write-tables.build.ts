// Writes what is known of the fonts' characters anew, after a font package changed version.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { glyphWidthTable } from './printFonts.build.ts';
import { coverageTable } from './slices.build.ts';

const root = path.resolve(import.meta.dirname, '../..');
mkdirSync(path.join(root, 'shared/drawing'), { recursive: true });
writeFileSync(path.join(root, 'main/rooms/signboards/coverageTable.ts'), coverageTable());
writeFileSync(path.join(root, 'shared/drawing/glyphWidthTable.ts'), glyphWidthTable());
