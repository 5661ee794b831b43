// Where the fonts lie that pages are drawn with: beside the built program, or where the build keeps them when it runs from source.
// renderer/fonts/printFonts.build.ts makes both.
import { fileURLToPath } from 'node:url';
import type { Weight } from '../../../shared/drawing/glyphs.ts';

const fromSource = import.meta.url.endsWith('.ts');

export const fontFile = (weight: Weight): string =>
  fileURLToPath(
    new URL(fromSource ? `../../../node_modules/.cache/print-fonts/${weight}.otf` : `./fonts/${weight}.otf`, import.meta.url),
  );
