// The words typed into a PickInput outside forms: they stay until one is chosen or they are cleared, and what is wrong with them is told
// once the field is left.
import { useState } from 'react';
import { unpicked } from './picks.ts';

export function usePickWords() {
  const [words, setWords] = useState('');
  const [left, setLeft] = useState(false);
  const isTyped = words.trim() !== '';
  const fault = left && isTyped ? unpicked(words) : null;
  return {
    /** Without blanks around them; empty: nothing stands typed. */
    typed: words.trim(),
    fault,
    clear: () => setWords(''),
    /** What the PickInput takes. */
    field: {
      words,
      onWords(next: string): void {
        setWords(next);
        setLeft(false);
      },
      onSettle: () => setLeft(true),
      ...(fault === null ? {} : { status: 'error' as const, 'aria-invalid': 'true' as const }),
    },
  };
}
