// A picture file as the window can show it: an address for it, or why it can't be used. The program behind checks again.
import { useEffect, useState } from 'react';
import { photoFaults, photoLimits } from '../../../shared/photos.ts';

export type Picture = { file: File; url: string; element: HTMLImageElement };

async function read(file: File, url: string): Promise<Picture> {
  if (file.size === 0) throw new Error(photoFaults.empty(file.name));
  if (file.size > photoLimits.bytes) throw new Error(photoFaults.tooLarge(file.name));
  if (/\.hei[cf]$/i.test(file.name)) throw new Error(photoFaults.heic(file.name));
  const element = new Image();
  element.src = url;
  await element.decode().catch(() => {
    throw new Error(`“${file.name}”不是照片，或者已损坏。请选择 JPG 或 PNG 照片。`);
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
