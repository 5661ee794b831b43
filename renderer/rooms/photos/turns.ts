// Quarter turns of a picture on the screen, and drawing its cropped part.
import type { PhotoCrop, PhotoTurn } from '../../../shared/photos.ts';

const order: readonly PhotoTurn[] = [0, 90, 180, 270];

/** `quarters` clockwise; negative turns back. */
export const turned = (turn: PhotoTurn, quarters: number): PhotoTurn =>
  order[(order.indexOf(turn) + quarters + order.length) % order.length] ?? 0;

/** Draws what a crop keeps of a turned picture, filling the canvas. */
export function drawCropped(canvas: HTMLCanvasElement, picture: HTMLImageElement, crop: PhotoCrop, turn: PhotoTurn): void {
  const pen = canvas.getContext('2d');
  if (!pen || crop.width === 0) return;
  const sideways = turn % 180 !== 0;
  const width = sideways ? picture.naturalHeight : picture.naturalWidth;
  const height = sideways ? picture.naturalWidth : picture.naturalHeight;
  const scale = canvas.width / crop.width;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(scale, 0, 0, scale, (width / 2 - crop.left) * scale, (height / 2 - crop.top) * scale);
  pen.rotate((turn * Math.PI) / 180);
  pen.drawImage(picture, -picture.naturalWidth / 2, -picture.naturalHeight / 2);
}
