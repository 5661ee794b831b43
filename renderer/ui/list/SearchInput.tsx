// The search box of a list's second line. It waits for the input method: nothing is asked while pinyin is being composed.
import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSaysUnsettled } from '../unsettled.ts';
import { useShortcut } from '../useShortcut.ts';

const pause = 180;

export function SearchInput(props: {
  value: string | undefined;
  placeholder: string;
  /** At most; narrower where the line is full. */
  width: number;
  onChange: (value: string | undefined) => void;
}) {
  const { value = '', placeholder, width, onChange } = props;
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const [shown, setShown] = useState(value);
  const composing = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  const input = useRef<InputRef>(null);
  if (shown !== value) {
    setShown(value);
    // Changed from outside: a link, or 清除条件. What was asked for comes a moment later, when more may stand typed.
    if (value !== asked) {
      setAsked(value);
      setText(value);
    }
  }
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useSaysUnsettled('查找', text.trim() === value.trim() ? null : 'typing');
  useShortcut('Ctrl+F', () => input.current?.focus({ cursor: 'all' }));
  const ask = (next: string) => {
    window.clearTimeout(timer.current);
    const trimmed = next.trim();
    if (trimmed === asked) return;
    setAsked(trimmed);
    onChange(trimmed || undefined);
  };
  const askSoon = (next: string) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => ask(next), pause);
  };
  return (
    <Input
      ref={input}
      className="filter-search"
      style={{ maxWidth: `calc(${width}px * var(--scale))` }}
      prefix={<SearchOutlined className="grey" />}
      aria-label={placeholder}
      placeholder={placeholder}
      value={text}
      allowClear
      onChange={(event) => {
        setText(event.target.value);
        if (!composing.current) askSoon(event.target.value);
      }}
      onCompositionStart={() => {
        composing.current = true;
        window.clearTimeout(timer.current);
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        askSoon(event.currentTarget.value);
      }}
      onBlur={() => ask(text)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') ask(text);
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          document.querySelector<HTMLElement>('.list')?.focus();
        }
      }}
    />
  );
}
