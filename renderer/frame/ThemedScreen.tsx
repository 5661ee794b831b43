// A screen made of antd, in the frame, with the office's words for its fields; both stay while screens change.
import { Outlet } from '@tanstack/react-router';
import { useDictionaries } from '../rooms/roster/useDictionaries.ts';
import { Themed } from '../ui/Themed.tsx';
import { WordsContext } from '../ui/useWords.ts';

export const ThemedScreen = () => (
  <Themed>
    <WordsContext value={useDictionaries()}>
      <Outlet />
    </WordsContext>
  </Themed>
);
