// Keeps the name in the status bar true: where another window let somebody else sit down, this one follows, and says so. What it
// sends meanwhile in the former one's name is refused.
import { App } from 'antd';
import { useEffect, useRef } from 'react';
import { refreshEverything } from '../api.ts';
import { onOtherPerson, showPerson } from '../shown.ts';

type Named = { uid: string; name: string };

export function useShownPerson(person: Named | null): void {
  const { message } = App.useApp();
  const overtaken = useRef(false);
  useEffect(() => {
    showPerson(person?.uid ?? null);
    if (!overtaken.current || !person) return;
    overtaken.current = false;
    void message.info(`现在是“${person.name}”在操作，别的窗口里换了人。以后的操作都记在“${person.name}”名下。`, 8);
  }, [person, message]);
  useEffect(
    () =>
      onOtherPerson(() => {
        overtaken.current = true;
        void refreshEverything();
      }),
    [],
  );
}
