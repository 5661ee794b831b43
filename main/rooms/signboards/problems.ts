// What is wrong with a board before it is printed, as far as its data tells; whether its texts fit only its layout tells. What each
// means for printing, and its words: `problemWeight` and `problemText` in shared/signboards.ts.
import { type CharacterSet, readRanges } from '../../../shared/rules/characters.ts';
import { type BoardFace, type BoardProblem, isBoardShape } from '../../../shared/signboards.ts';
import { isSharp } from '../../../shared/photoSharpness.ts';
import type { BoardSize } from '../../../shared/boardSizes.ts';
import { commonCharacters, rareCharacters } from './coverageTable.ts';
import type { GridBoard } from './faces.ts';

/** Read when the first board is judged: a start needs neither. */
let sets: { common: CharacterSet; rare: CharacterSet } | undefined;
const characterSets = () => (sets ??= { common: readRanges(commonCharacters), rare: readRanges(rareCharacters) });

/** Everything printed as text. */
const textsOf = (face: BoardFace): string[] => [
  face.street,
  face.title,
  face.place,
  face.gridName,
  face.gridCode,
  face.role,
  face.worker?.name ?? '',
  face.worker?.mobile ?? '',
  face.area,
  face.dutiesHeading,
  ...face.duties.flatMap((duty) => [duty.label, duty.text]),
  face.hotlineLabel,
  face.hotline,
  face.issuingUnit,
  face.qrCaption,
];

/** Characters of a board that only the rare font has, and those that no shipped font has. */
export function coverage(face: BoardFace): { rare: string; uncovered: string } {
  const { common, rare } = characterSets();
  const found = { rare: new Set<string>(), uncovered: new Set<string>() };
  for (const text of textsOf(face))
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0;
      if (common.has(code)) continue;
      (rare.has(code) ? found.rare : found.uncovered).add(character);
    }
  return { rare: [...found.rare].join(''), uncovered: [...found.uncovered].join('') };
}

export function boardProblems({ face, photoToCrop }: GridBoard, size: BoardSize): BoardProblem[] {
  const problems: BoardProblem[] = [];
  const { worker } = face;
  if (!worker) problems.push({ kind: 'noWorker' });
  if (worker && !worker.mobile) problems.push({ kind: 'noMobile' });
  if (worker && !worker.photo) problems.push({ kind: 'noPhoto' });
  const characters = coverage(face);
  if (characters.uncovered) problems.push({ kind: 'uncovered', characters: characters.uncovered });
  if (worker?.photo) {
    if (!isBoardShape(worker.photo)) problems.push({ kind: 'photoShape' });
    if (!isSharp(worker.photo.width, size)) problems.push({ kind: 'lowPpi' });
    if (photoToCrop) problems.push({ kind: 'toCrop' });
  }
  if (characters.rare) problems.push({ kind: 'rare', characters: characters.rare });
  if (!face.gridCode) problems.push({ kind: 'noCode' });
  if (!face.hotline) problems.push({ kind: 'noHotline' });
  return problems;
}
