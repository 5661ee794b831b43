// The person's own last act in the status bar, with 撤销 (Ctrl+Z); after an undo, what was taken back, with 重做 (Ctrl+Y). The command
// box is offered both.
import { useQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { api } from '../api.ts';
import { message } from '../ui/messages.ts';
import { type OfferedAct, useOffered } from '../ui/offered.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import { aboutOf, type Act, canTakeBack, useTakeBack, wordsOf } from '../ui/useTakeBack.tsx';

const timed = (at: string): string => dayjs(at).format(dayjs(at).isSame(dayjs(), 'day') ? 'HH:mm' : 'M月D日');

function Button(props: { words: string; title: string; disabled: boolean; run: () => void }) {
  return (
    <button type="button" className="link" title={props.title} disabled={props.disabled} onClick={props.run}>
      {props.words}
    </button>
  );
}

export function UndoRedo() {
  const { data: latest } = useQuery(api.audit.latest.queryOptions());
  const { takeBack, busy } = useTakeBack();
  const act = latest?.act ?? null;
  const undo = latest?.undo ?? null;
  const undoable: Act | null = act && canTakeBack(act) ? act : null;
  const undid = undo !== null && (act === null || undo.id > act.id);
  const told = undid ? undo : act;
  // Also where there is nothing left: the browser would take back what was last typed anywhere.
  const press = (wanted: Act | null, nothing: string): void => {
    if (!wanted && latest) message.info(nothing);
    if (wanted && !busy) takeBack(wanted);
  };
  useShortcut('Ctrl+Z', () => press(undoable, '没有可以撤销的操作'), { whileTyping: false });
  useShortcut('Ctrl+Y', () => press(undo, '没有可以重做的操作'), { whileTyping: false });
  const undoWords = undid ? '再撤销' : '撤销';
  const offered = (wanted: Act | null, wordsFor: (wanted: Act) => Omit<OfferedAct, 'run'>): OfferedAct[] =>
    wanted && !busy ? [{ ...wordsFor(wanted), run: () => takeBack(wanted) }] : [];
  useOffered([
    ...offered(undoable, (it) => ({ name: undoWords, words: 'cx zcx 撤回 改错了', about: wordsOf(it), shortcut: 'Ctrl+Z' })),
    ...offered(undo, (it) => ({ name: '重做', words: 'cz 再做一遍', about: aboutOf(it), shortcut: 'Ctrl+Y' })),
  ]);
  const words = told ? `${timed(told.at)} ${undid ? '已' : ''}${wordsOf(told)}` : '';
  return (
    <div className="last">
      <span className="last-words" aria-live="polite" title={words}>
        {words}
      </span>
      {undo ? (
        <Button words="重做" title={`重做：${aboutOf(undo)}（Ctrl+Y）`} disabled={busy} run={() => takeBack(undo)} />
      ) : null}
      {undoable ? (
        <Button words={undoWords} title={`撤销：${wordsOf(undoable)}（Ctrl+Z）`} disabled={busy} run={() => takeBack(undoable)} />
      ) : null}
    </div>
  );
}
