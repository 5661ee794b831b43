// Whether the texts of many boards fit, found out before printing by laying the boards out unseen: the same template, the same
// fonts, the same fitting as on paper.
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { BoardFace } from '../../../shared/signboards.ts';
import type { BoardSize } from '../../../shared/boardSizes.ts';
import { Board } from './Board.tsx';
import { fittedTexts, loadFonts } from './ready.ts';

/** @returns the names of the fields that don't fit, by grid. */
export async function tryTexts(faces: readonly BoardFace[], size: BoardSize): Promise<Map<number, string[]>> {
  await loadFonts(faces);
  const host = document.createElement('div');
  host.className = 'board-trial';
  host.setAttribute('aria-hidden', 'true');
  document.body.append(host);
  const root = createRoot(host);
  try {
    flushSync(() => root.render(faces.map((face) => <Board key={face.gridId} face={face} size={size} plain />)));
    const fields = new Map<number, string[]>();
    for (const { gridId, field } of await fittedTexts(host)) fields.set(gridId, [...(fields.get(gridId) ?? []), field]);
    return fields;
  } finally {
    root.unmount();
    host.remove();
  }
}
