// Makes any picture an office has into the one form the ledger keeps: an upright sRGB JPEG of exactly 5:7, at most 1200×1680,
// so that a board takes it byte for byte, holding nothing but the picture. What can't be used is refused by name, in words the person
// can act on.
import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { kindFault, photoKind } from '../../../shared/photoKinds.ts';
import { type PhotoCrop, photoFaults, photoLimits } from '../../../shared/photos.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { decoding, type SharpTool } from './decoding.ts';
import { bareJpeg, mendedJpeg } from './jpegParts.ts';

const smallest = { width: 100, height: 140 };
const largest = { width: 1200, height: 1680 };
/** How much of the height above the cut lies above the picture's kept part: heads are near the top. */
const topWeight = 0.25;
/** A picture that loses less than this to become exactly 5:7 counts as 5:7 already (a two-inch portrait is 413×579). */
const tolerance = 0.03;

/** A picture in the ledger's form. `toCrop`: it was cut by rule, not by a person, and lost something. */
export type PreparedPhoto = {
  /** SHA-256 of `jpeg`, in hex. */
  hash: string;
  jpeg: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
  toCrop: boolean;
};

const damaged = (name: string): string => `“${name}”已损坏或不完整，没有读入。请找原来的照片重新选择。`;

function refuseNonPicture(name: string, bytes: Uint8Array): void {
  if (bytes.byteLength === 0) throw new Refusal(photoFaults.empty(name));
  if (bytes.byteLength > photoLimits.bytes) throw new Refusal(photoFaults.tooLarge(name));
  const fault = kindFault(name, bytes);
  if (fault !== null) throw new Refusal(fault);
}

/** The largest 5:7 part of a picture, centred and weighted to the top; whole multiples of 5 and 7 pixels. */
function cutByRule(width: number, height: number): PhotoCrop {
  const unit = Math.min(Math.floor(width / 5), Math.floor(height / 7));
  const [cropWidth, cropHeight] = [unit * 5, unit * 7];
  return {
    left: Math.floor((width - cropWidth) / 2),
    top: Math.floor((height - cropHeight) * topWeight),
    width: cropWidth,
    height: cropHeight,
  };
}

/** A person's crop, kept inside the picture; one of another shape is cut to 5:7 in its middle, never stretched. */
function withinPicture(crop: PhotoCrop, width: number, height: number): PhotoCrop {
  const left = Math.min(Math.max(Math.round(crop.left), 0), width - 1);
  const top = Math.min(Math.max(Math.round(crop.top), 0), height - 1);
  const own = {
    width: Math.min(Math.max(Math.round(crop.width), 1), width - left),
    height: Math.min(Math.max(Math.round(crop.height), 1), height - top),
  };
  const roundedOff = 12;
  if (Math.abs(own.width * 7 - own.height * 5) <= roundedOff) return { left, top, ...own };
  const unit = Math.max(1, Math.min(Math.floor(own.width / 5), Math.floor(own.height / 7)));
  return {
    left: left + Math.max(0, Math.floor((own.width - unit * 5) / 2)),
    top: top + Math.max(0, Math.floor((own.height - unit * 7) / 2)),
    width: Math.min(unit * 5, own.width),
    height: Math.min(unit * 7, own.height),
  };
}

const thumbnailOf = (jpeg: Sharp): Promise<Buffer> => jpeg.resize(88, 124, { fit: 'fill' }).jpeg({ quality: 82 }).toBuffer();

/**
 * The raw bytes of a file, or of a picture inside one, made into the ledger's form: turned, cut to 5:7, nothing but the picture. A JPEG
 * that is in this form keeps the data of its picture; what was written beside it (EXIF, XMP, ICC, comments, more behind its end) goes.
 * @param name what the picture is called in a refusal; must hold no full ID number.
 * @param crop in pixels of the picture after its EXIF turn and `turn` (degrees clockwise); without it the picture is cut by rule.
 * @throws Refusal for what is no picture, is broken, too big or too small.
 */
export async function preparePhoto(
  name: string,
  bytes: Uint8Array,
  { crop, turn = 0 }: { crop?: PhotoCrop | undefined; turn?: 0 | 90 | 180 | 270 | undefined } = {},
): Promise<PreparedPhoto> {
  refuseNonPicture(name, bytes);
  const mended = photoKind(bytes, name) === 'jpeg' ? mendedJpeg(bytes) : bytes;
  if (!mended) throw new Refusal(damaged(name));
  return decoding((sharp) => prepared(sharp, name, mended, { crop, turn }));
}

async function prepared(
  sharp: SharpTool,
  name: string,
  mended: Uint8Array,
  { crop, turn }: { crop: PhotoCrop | undefined; turn: 0 | 90 | 180 | 270 },
): Promise<PreparedPhoto> {
  const read = (input: Uint8Array): Sharp => sharp(input, { limitInputPixels: photoLimits.pixels, failOn: 'warning' });
  try {
    const facts = await read(mended).metadata();
    const pictures = Math.max(facts.pages ?? 1, 1 + (facts.subifds ?? 0));
    if (pictures > 1) throw new Refusal(photoFaults.severalPictures(name, pictures));
    const sideways = turn % 180 !== 0;
    const width = sideways ? facts.autoOrient.height : facts.autoOrient.width;
    const height = sideways ? facts.autoOrient.width : facts.autoOrient.height;
    if (width * height > photoLimits.pixels) throw new Refusal(photoFaults.tooManyPixels(name, width * height));
    const part = crop ? withinPicture(crop, width, height) : cutByRule(width, height);
    if (part.width < smallest.width || part.height < smallest.height)
      throw new Refusal(
        `“${name}”太小（可用部分 ${part.width}×${part.height} 像素），印出来看不清。请换一张至少 ${smallest.width}×${smallest.height} 像素的照片。`,
      );
    const whole = part.width === width && part.height === height;
    const asStored =
      facts.format === 'jpeg' &&
      turn === 0 &&
      whole &&
      width * 7 === height * 5 &&
      width <= largest.width &&
      facts.space === 'srgb' &&
      facts.channels === 3 &&
      (facts.orientation ?? 1) === 1 &&
      facts.icc === undefined;
    const bare = asStored ? bareJpeg(mended) : null;
    const unit = Math.min(largest.width / 5, Math.floor(Math.min(part.width / 5, part.height / 7)));
    const stored = { width: unit * 5, height: unit * 7 };
    // Decoded even when its bytes are kept: only that shows whether the file is whole.
    const jpeg = bare
      ? await read(bare)
          .stats()
          .then(() => bare)
      : await read(mended)
          .autoOrient()
          .rotate(turn)
          .extract(part)
          .resize(stored.width, stored.height, { fit: 'fill' })
          .flatten({ background: '#ffffff' })
          .toColourspace('srgb')
          .jpeg({ quality: 86 })
          .toBuffer();
    return {
      hash: createHash('sha256').update(jpeg).digest('hex'),
      jpeg,
      thumbnail: await thumbnailOf(sharp(jpeg)),
      ...stored,
      toCrop: crop === undefined && 1 - (part.width * part.height) / (width * height) > tolerance,
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof Error && error.message.includes('pixel limit'))
      throw new Refusal(`“${name}”超过 5000 万像素，没有读入。请缩小后再选。`);
    throw new Refusal(damaged(name));
  }
}
