// A QR code as vector runs: error correction M, and the quiet zone of four modules that scanners need, inside the square. Runs
// are strokes, not boxes: they take a third of the points, and 162 codes were a third of a PDF's time.
import { create } from 'qrcode';
import { memo } from 'react';

const quiet = 4;

/** One path: a stroke for every run of dark modules in a row. */
function runs(size: number, dark: ArrayLike<number>): string {
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!dark[y * size + x]) continue;
      const first = x;
      while (x < size && dark[y * size + x]) x++;
      path += `M${first + quiet} ${y + quiet + 0.5}h${x - first}`;
    }
  return path;
}

export const QrCode = memo(({ text }: { text: string }) => {
  const { modules } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quiet;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} role="img" aria-label="二维码">
      <path d={runs(modules.size, modules.data)} stroke="#000" strokeWidth="1.01" />
    </svg>
  );
});
