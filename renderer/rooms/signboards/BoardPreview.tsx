// A board on the screen, in true proportion and at a stated scale: the very template that is printed, drawn smaller.
import { useLayoutEffect, useRef, useState } from 'react';
import type { BoardFace } from '../../../shared/signboards.ts';
import type { BoardSize } from '../../../shared/boardSizes.ts';
import { Board } from './Board.tsx';
import { fittedTexts } from './ready.ts';

const cssPixelsPerMm = 96 / 25.4;

/** Of the screen's own millimetre, which is the best a screen knows. */
export const previewScale = (size: BoardSize, room: { width: number; height: number }): number =>
  Math.min(room.width / (size.width * cssPixelsPerMm), room.height / (size.height * cssPixelsPerMm));

/** `onFitted` tells the fields that don't fit. */
export function BoardPreview(props: { face: BoardFace; size: BoardSize; scale: number; onFitted: (fields: string[]) => void }) {
  const { face, size, scale, onFitted } = props;
  const sheet = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(false);
  useLayoutEffect(() => {
    const root = sheet.current;
    if (!root) return undefined;
    let current = true;
    const fit = async () => {
      const overflows = await fittedTexts(root);
      if (current) onFitted(overflows.map(({ field }) => field));
    };
    void fit().finally(() => {
      if (current) setShown(true);
    });
    return () => {
      current = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- what is said of the fit is of this face at this size
  }, [face, size]);
  return (
    <div
      className="board-preview"
      role="img"
      aria-label={`${face.place} ${face.gridName}的指示牌，${size.label}`}
      style={{ width: size.width * cssPixelsPerMm * scale, height: size.height * cssPixelsPerMm * scale }}
    >
      <div
        ref={sheet}
        // Until its fonts are there a board would be seen in a wrong one.
        style={{ transform: `scale(${scale})`, transformOrigin: '0 0', opacity: shown ? 1 : 0 }}
      >
        <Board face={face} size={size} />
      </div>
    </div>
  );
}
