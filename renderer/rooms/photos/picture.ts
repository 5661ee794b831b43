// A picture file as the window can show it: an address for it, or why it can't be used. The program behind checks again.
import { useEffect, useState } from 'react';

const bytesLimit = 10 * 1024 * 1024;
const pixelLimit = 50_000_000;

export type Picture = { file: File; url: string; element: HTMLImageElement };

async function read(file: File, url: string): Promise<Picture> {
  if (file.size === 0) throw new Error(`“${file.name}”是空文件，没有内容。请重新选择照片。`);
  if (file.size > bytesLimit) throw new Error(`“${file.name}”超过 10 MB，请压缩后再选。`);
  if (/\.hei[cf]$/i.test(file.name))
    throw new Error(`“${file.name}”是手机的 HEIC 格式，本程序读不了。请在手机设置里改成“兼容性最佳”，或转成 JPG 后再选。`);
  const element = new Image();
  element.src = url;
  await element.decode().catch(() => {
    throw new Error(`“${file.name}”不是照片，或者已损坏。请选择 JPG 或 PNG 照片。`);
  });
  if (element.naturalWidth * element.naturalHeight > pixelLimit)
    throw new Error(`“${file.name}”超过 5000 万像素，请缩小后再选。`);
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
