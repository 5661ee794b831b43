// A picture file as the window can show it: an address for it, or why it can't be used. The program behind checks again. What only the
// window can read is handed on as PNG.
import { useEffect, useState } from 'react';
import { kindFault, photoKind } from '../../../shared/photoKinds.ts';
import { photoFaults, photoLimits } from '../../../shared/photos.ts';

export type Picture = { file: File; url: string; element: HTMLImageElement };

/** So much of a file as says what kind it is. */
const headOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.slice(0, 64).arrayBuffer());

/** A BMP as PNG, which the program can read; any other file, and a BMP that is none, as it is. */
export async function readable(file: Blob): Promise<Blob> {
  if (file.size > photoLimits.bytes || photoKind(await headOf(file)) !== 'bmp') return file;
  try {
    const picture = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext('2d');
    if (!pen || picture.width * picture.height > photoLimits.pixels) return file;
    pen.drawImage(picture, 0, 0);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch (error) {
    // A damaged BMP: the program behind says by its name that it can't be read.
    if (error instanceof DOMException) return file;
    throw error;
  }
}

async function read(file: File, url: string): Promise<Picture> {
  if (file.size === 0) throw new Error(photoFaults.empty(file.name));
  if (file.size > photoLimits.bytes) throw new Error(photoFaults.tooLarge(file.name));
  const bytes = await headOf(file);
  const kind = photoKind(bytes, file.name);
  const fault = kind === 'bmp' ? null : kindFault(file.name, bytes);
  if (fault !== null) throw new Error(fault);
  if (kind === 'tiff') throw new Error(photoFaults.notShown(file.name));
  const element = new Image();
  element.src = url;
  await element.decode().catch(() => {
    throw new Error(`“${file.name}”已损坏或不完整，没有读入。请找原来的照片重新选择。`);
  });
  const pixels = element.naturalWidth * element.naturalHeight;
  if (pixels > photoLimits.pixels) throw new Error(photoFaults.tooManyPixels(file.name, pixels));
  return { file, url, element };
}

/** Reads the chosen file; `fault` says in Chinese why it can't be used. */
export function usePicture(file: File | null): { picture: Picture | null; fault: string | null } {
  const [state, setState] = useState<{ file: File; picture: Picture | null; fault: string | null } | null>(null);
  useEffect(() => {
    if (!file) return undefined;
    const url = URL.createObjectURL(file);
    let current = true;
    read(file, url).then(
      (picture) => current && setState({ file, picture, fault: null }),
      (error: unknown) => current && setState({ file, picture: null, fault: error instanceof Error ? error.message : '' }),
    );
    return () => {
      current = false;
      URL.revokeObjectURL(url);
    };
  }, [file]);
  return state && state.file === file ? state : { picture: null, fault: null };
}

/** The first picture of a drop or a paste. */
export const firstFile = (transfer: DataTransfer | null): File | null =>
  [...(transfer?.files ?? [])].find((file) => file.type.startsWith('image/') || /\.(hei[cf]|tiff?|bmp)$/i.test(file.name)) ??
  transfer?.files[0] ??
  null;
