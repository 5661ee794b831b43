// When boards are truly ready to be printed or judged: fonts there, photos there, texts fitted. A missing font or photo is an
// error here, because on paper it would be a silent one.
import type { BoardFace } from '../../../shared/signboards.ts';
import { photoAddress } from './address.ts';
import { fitTexts, type Overflow } from './fit.ts';

const boardFonts = ['Board Sans SC', 'Board Rare SC'];
/** The template's own words. */
const fixedTexts = '网格编码联系电话服务范围发布单位';

/**
 * Fetches the slices that the boards' characters need before the boards are laid out; otherwise they are laid out twice, once
 * in whatever font the machine has.
 */
export async function loadFonts(faces: readonly BoardFace[]): Promise<void> {
  const characters = [...new Set(JSON.stringify(faces))].join('');
  await Promise.all(
    [400, 700, 900].flatMap((weight) =>
      boardFonts.map((font) => document.fonts.load(`${weight} 12px "${font}"`, characters + fixedTexts)),
    ),
  );
}

/** Asks for every photo at once; the boards' own images then find them at hand. */
export function fetchPhotos(faces: readonly BoardFace[]): HTMLImageElement[] {
  return faces.flatMap(({ worker }) => {
    if (!worker?.photo) return [];
    const photo = new Image();
    photo.src = photoAddress(worker.photo.hash);
    return [photo];
  });
}

/** Waits for every font the laid-out boards use. @throws when one doesn't load. */
async function fontsLoaded(root: HTMLElement): Promise<void> {
  // Fonts are asked for by layout; `ready` is only true of those already asked for.
  root.getBoundingClientRect();
  await document.fonts.ready;
  const failed = [...document.fonts].find((face) => face.status === 'error');
  if (failed) throw new Error(`字体没有载入：${failed.family} ${failed.weight}`);
}

async function photosLoaded(root: HTMLElement): Promise<void> {
  await Promise.all(
    [...root.querySelectorAll('img')].map(async (photo) => {
      try {
        await photo.decode();
      } catch {
        throw new Error(`照片没有载入：${photo.alt}`);
      }
    }),
  );
}

/** @returns the texts that don't fit at their smallest. @throws when a font or photo doesn't load. */
export async function readyBoards(root: HTMLElement): Promise<Overflow[]> {
  await Promise.all([fontsLoaded(root), photosLoaded(root)]);
  return fitTexts(root);
}

/** The same without the photos, for judging whether texts fit. */
export async function fittedTexts(root: HTMLElement): Promise<Overflow[]> {
  await fontsLoaded(root);
  return fitTexts(root);
}
