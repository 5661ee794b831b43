// The box in the top bar: people, places, grids, acts, screens and help by Chinese, pinyin initials or number. Ctrl+K comes
// here, the arrows walk the list, Enter goes there, Esc leaves. Nothing is asked while pinyin is being composed.
import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useShortcut } from '../ui/useShortcut.ts';
import { destinations, type Hit, type HitGroup } from './destinations.ts';
import { askLedger, useLedgerHits } from './useLedgerHits.ts';
import './commandBox.css';

const pause = 150;

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

const hitsOf = (ledger: readonly HitGroup[], text: string): Hit[] =>
  [...ledger, ...destinations(text)].flatMap(({ hits }) => hits);

export function CommandBox({ onHelp }: { onHelp: (topic: string) => void }) {
  const id = useId();
  const navigate = useNavigate();
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [composing, setComposing] = useState(false);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const settled = useSettled(text, composing);
  const { groups: ledger, asking, failure } = useLedgerHits(settled);
  const groups = settled ? [...ledger, ...destinations(settled)].filter((group) => group.hits.length > 0) : [];
  const hits = settled ? hitsOf(ledger, settled) : [];
  const shown = open && settled !== '';
  const current = Math.min(active, hits.length - 1);
  useShortcut('Ctrl+K', () => {
    box.current?.focus({ cursor: 'all' });
    setOpen(true);
  });
  useEffect(() => {
    if (shown) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [shown, current, id]);

  const go = ({ target }: Hit) => {
    setOpen(false);
    setText('');
    box.current?.blur();
    if ('help' in target) onHelp(target.help);
    else void navigate(target);
  };
  /** Enter may come before the answer does: then it is asked again, so that it never goes to what an older text had found. */
  const enter = async () => {
    const wanted = text.trim();
    if (!wanted) return;
    const found = settled === wanted && !asking ? hits[current] : hitsOf(await askLedger(wanted), wanted)[0];
    if (found && box.current?.input?.value.trim() === wanted) go(found);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setActive((current + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      void enter().catch(() => undefined);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (text) setText('');
      else box.current?.blur();
    }
  };
  const nothing = asking ? '正在查找…' : `没有找到“${settled}”。可以输姓名、拼音首字母、手机号码、身份证号或地名。`;
  let index = 0;

  return (
    <div className="search">
      <Input
        ref={box}
        className="find"
        value={text}
        prefix={<SearchOutlined />}
        suffix={<kbd>Ctrl+K</kbd>}
        placeholder="找人、地点、网格、操作、帮助"
        maxLength={50}
        role="combobox"
        aria-label="查找"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits.length > 0 ? `${id}-${current}` : undefined}
        onChange={({ target }) => {
          setText(target.value);
          setActive(0);
          setOpen(true);
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={walk}
      />
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
                  </div>
                );
              })}
            </div>
          ))}
          {failure !== null || hits.length === 0 ? <div className="search-none">{failure ?? nothing}</div> : null}
        </div>
      ) : null}
    </div>
  );
}
