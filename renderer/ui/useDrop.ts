// A file dropped anywhere on the window.
import { useEffect, useEffectEvent, useState } from 'react';

/** Calls `take` with a file that no part of the screen has taken itself; true while one hovers over the window. */
export function useDrop(take: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent((event: DragEvent) => {
    setOver(false);
    if (event.defaultPrevented) return;
    // Left alone, Chromium would open the file in the program's place.
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
  });
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      setOver(!event.defaultPrevented);
      event.preventDefault();
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', hover);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragover', hover);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', dropped);
    };
  }, []);
  return over;
}
