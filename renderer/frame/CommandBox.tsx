// The command box in the top bar: people, places, grids, acts, screens and help by Chinese, pinyin initials or number; while it is
// empty, what was opened last and what can be done here. Ctrl+K comes here, the arrows walk the list, Enter goes there or does it, Esc
// leaves. Nothing is asked while pinyin is being composed. What is found, and its order: everythingFound.ts.
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { partAt, screenOf } from '../../shared/screens.ts';
import { useEveryOffered } from '../ui/offered.ts';
import { useShortcut } from '../ui/useShortcut.ts';
import './commandBox.css';
import { actsHere, everythingFound, type Hit, type HitGroup, type RowTarget } from './everythingFound.ts';
import { askLedger, useLedgerHits } from './useLedgerHits.ts';
import { useOpened } from './useOpened.ts';

const pause = 150;

/** A row is opened beside its list as the list stands, with whatever it is filtered by. */
function opening({ to, list, open }: RowTarget, present: { pathname: string; search: Readonly<Record<string, unknown>> }) {
  const screen = screenOf(to);
  const here = present.pathname === to && partAt(screen, present.search) === partAt(screen, list);
  return { to, search: here ? { ...present.search, add: undefined, open } : { ...list, open } };
}

/** The text as it stands when typing pauses and nothing is being composed. */
function useSettled(text: string, composing: boolean): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    if (composing) return undefined;
    const timer = window.setTimeout(() => setSettled(text.trim()), text.trim() ? pause : 0);
    return () => window.clearTimeout(timer);
  }, [text, composing]);
  return settled;
}

const Lens = () => (
  <svg className="lens" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M10.5 10.5 15 15M12 6.75a5.25 5.25 0 1 1-10.5 0 5.25 5.25 0 0 1 10.5 0Z" />
  </svg>
);

export function CommandBox({ onHelp }: { onHelp: (topic: string) => void }) {
  const id = useId();
  const navigate = useNavigate();
  const present = useLocation();
  const box = useRef<HTMLInputElement>(null);
  /** Had the focus before, and gets it back by Esc. */
  const before = useRef<HTMLElement | null>(null);
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const [open, setOpen] = useState(false);
  /** Which line Enter takes; none while nothing is typed and no arrow was pressed. */
  const [active, setActive] = useState(-1);
  const settled = useSettled(text, composing);
  const { groups: ledger, asking, failure } = useLedgerHits(settled);
  const offered = useEveryOffered(open);
  const empty = text.trim() === '';
  const opened = useOpened(open && empty);
  const shown = open && (empty ? settled === '' && opened !== null : settled !== '');
  const groupsOf = (): HitGroup[] => {
    if (settled) return everythingFound(settled, ledger, offered);
    return [{ title: '最近打开', hits: opened ?? [] }, actsHere(present.pathname, offered)].filter(({ hits }) => hits.length > 0);
  };
  const groups = shown ? groupsOf() : [];
  const hits = groups.flatMap((group) => group.hits);
  const current = Math.min(active, hits.length - 1);
  const write = (next: string) => {
    setText(next);
    setActive(next.trim() === '' ? -1 : 0);
  };
  useShortcut('Ctrl+K', () => {
    box.current?.focus();
    box.current?.select();
    setOpen(true);
  });
  useEffect(() => {
    if (shown && current >= 0) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [shown, current, id]);

  const go = ({ target }: Hit) => {
    setOpen(false);
    write('');
    box.current?.blur();
    if ('help' in target) onHelp(target.help);
    else if ('run' in target) target.run();
    else void navigate('open' in target ? opening(target, present) : target);
  };
  /** Enter may come before the answer does: then it is asked again, so that it never goes to what an older text had found. */
  const enter = async () => {
    const wanted = text.trim();
    const known = settled === wanted && !asking;
    if (!known && wanted === '') return;
    const found = known ? hits[current] : everythingFound(wanted, await askLedger(wanted), offered)[0]?.hits[0];
    if (found && box.current?.value.trim() === wanted) go(found);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setActive(current < 0 && step < 0 ? hits.length - 1 : (current + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      void enter().catch(() => undefined);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (text) write('');
      else {
        box.current?.blur();
        before.current?.focus();
      }
    }
  };
  const nothing = asking ? '正在查找…' : `没有找到“${settled}”。可以输姓名、拼音首字母、手机号码、完整的身份证号或地名。`;
  let index = 0;

  return (
    <div className="search">
      <label className="find">
        <Lens />
        <input
          ref={box}
          value={text}
          placeholder="找人、地点、网格、操作、帮助"
          maxLength={50}
          role="combobox"
          aria-label="查找"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && current >= 0 ? `${id}-${current}` : undefined}
          onChange={({ target }) => {
            write(target.value);
            setOpen(true);
          }}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onFocus={({ relatedTarget }) => {
            setOpen(true);
            before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={walk}
        />
        <kbd>Ctrl+K</kbd>
      </label>
      {shown ? (
        // The box keeps the focus while the list is clicked.
        <div
          className="search-list"
          id={`${id}-list`}
          role="listbox"
          aria-label="查找结果"
          onMouseDown={(event) => event.preventDefault()}
        >
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <div className="search-group" aria-hidden="true">
                {group.title}
              </div>
              {group.hits.map((hit) => {
                const at = index++;
                return (
                  <div
                    key={hit.key}
                    id={`${id}-${at}`}
                    role="option"
                    aria-selected={at === current}
                    onMouseMove={() => setActive(at)}
                    onClick={() => go(hit)}
                  >
                    <b>{hit.title}</b>
                    <span>{hit.note}</span>
                    {hit.keys === undefined ? null : <kbd>{hit.keys}</kbd>}
                  </div>
                );
              })}
            </div>
          ))}
          {settled !== '' && (failure !== null || hits.length === 0) ? (
            <div className="search-none">{failure ?? nothing}</div>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
