// A picture as its sheet shows it: what Excel cuts away is cut away, what it mirrors is mirrored. How it is turned is handed on, for
// the photos' own processing turns what it crops.
import { photoLimits, type PhotoTurn } from '../../../shared/photos.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { type Look, pictureFaults } from '../../ground/excel/pictures.ts';
import { decoding, type SharpTool } from '../photos/decoding.ts';

/** Degrees clockwise by which a picture's EXIF orientation says to turn it. */
const exifTurns: Readonly<Record<number, number>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

export type ShownPicture = { bytes: Uint8Array; turn: PhotoTurn; pixels: number };

/**
 * Excel shows a picture without minding its EXIF, and turns it itself; programs that don't leave it lying. A picture that the sheet
 * doesn't turn is therefore turned as its EXIF says.
 * @throws Refusal where it lies at a slant, or can't be read
 */
export async function shownPicture(bytes: Uint8Array, look: Look): Promise<ShownPicture> {
  if (look.turn % 90 !== 0) throw new Refusal(`图片在表里斜放（转了 ${look.turn}°），请转正后再导入`);
  return decoding((sharp) => shown(sharp, bytes, look));
}

async function shown(sharp: SharpTool, bytes: Uint8Array, { turn, mirrored, cut }: Look): Promise<ShownPicture> {
  const asShown = turn as PhotoTurn;
  // What is larger than a photo may be, their own processing refuses; here it isn't even looked at.
  if (bytes.byteLength > photoLimits.bytes) return { bytes, turn: asShown, pixels: 0 };
  const read = () => sharp(bytes, { limitInputPixels: photoLimits.pixels, failOn: 'truncated' });
  const facts = await read()
    .metadata()
    .catch(() => null);
  if (!facts) {
    // What it is, the photos' own processing says better.
    if (cut || mirrored) throw new Refusal(pictureFaults.damaged);
    return { bytes, turn: asShown, pixels: 0 };
  }
  const pixels = facts.width * facts.height;
  const byExif = exifTurns[facts.orientation ?? 1] ?? 0;
  if (!cut && !mirrored) return { bytes, turn: (turn === 0 ? 0 : (turn - byExif + 360) % 360) as PhotoTurn, pixels };
  const { left, top, right, bottom } = cut ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const part = {
    left: Math.round(left * facts.width),
    top: Math.round(top * facts.height),
    width: Math.round((1 - left - right) * facts.width),
    height: Math.round((1 - top - bottom) * facts.height),
  };
  if (part.width < 1 || part.height < 1) throw new Refusal('图片在表里被裁得什么也没有留下');
  try {
    const kept = read().extract(part).flop(mirrored);
    return { bytes: new Uint8Array(await kept.png().toBuffer()), turn: (turn === 0 ? byExif : turn) as PhotoTurn, pixels };
  } catch {
    throw new Refusal(pictureFaults.damaged);
  }
}
