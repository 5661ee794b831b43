// Keeps the name in the status bar true: where another window let somebody else sit down, this one follows, and says so. What it
// sends meanwhile in the former one's name is refused.
import { useEffect, useRef } from 'react';
import { refreshEverything } from '../api.ts';
import { onOtherPerson, showPerson } from '../shown.ts';
import { message } from '../ui/messages.ts';

type Named = { uid: string; name: string };

export function useShownPerson(person: Named | null): void {
  const overtaken = useRef(false);
  useEffect(() => {
    showPerson(person?.uid ?? null);
    if (!overtaken.current || !person) return;
    overtaken.current = false;
    message.info(`现在是“${person.name}”在操作，别的窗口里换了人。以后的操作都记在“${person.name}”名下。`, 8);
  }, [person]);
  useEffect(
    () =>
      onOtherPerson(() => {
        overtaken.current = true;
        void refreshEverything();
      }),
    [],
  );
}
