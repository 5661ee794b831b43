// Days and months in forms and filters, as the text the program keeps: YYYY-MM-DD, YYYY-MM. What is typed is taken over on Enter,
// on leaving the field and by Ctrl+S; what can't be read is never replaced silently by the value that stood there before.
import { App, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type ComponentProps, type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { readTypedDay, readTypedMonth } from './typedDay.ts';

type Props = {
  id?: string;
  value?: string | null | undefined;
  onChange?: (value: string | null) => void;
  onBlur?: (event: FocusEvent<HTMLElement>) => void;
  /** Told why what was typed can't be taken, the value being null then; null once it doesn't matter any more. Without it a message says so, and the value stays. */
  onUnread?: ((why: string | null) => void) | undefined;
  /** No day after this one. */
  latest?: string;
  allowClear?: boolean;
  prefix?: ReactNode;
  width?: number;
  label?: string;
};

type Kind = {
  picker: 'date' | 'month';
  word: string;
  shape: string;
  example: string;
  read: (typed: string, year: number) => string | null;
};

/** The picker forbids typing where its format is a function. */
const typable = { input: (props: ComponentProps<'input'>) => <input {...props} readOnly={false} /> };

const input = ({ picker, word, shape, example, read }: Kind) =>
  function Input({ id, value, onChange, onBlur, onUnread, latest, allowClear = true, prefix, width, label }: Props) {
    const { message } = App.useApp();
    const [open, setOpen] = useState(false);
    const shown = value ? dayjs(value).format(shape) : '';
    const told = useRef(onUnread);
    useEffect(() => {
      told.current = onUnread;
    });
    useEffect(() => () => told.current?.(null), []);

    // What stood here before something typed was taken over: the picker hands it in once more as it closes.
    const overtaken = useRef<string | null>(null);
    const settle = (next: string | null) => {
      onUnread?.(null);
      onChange?.(next);
    };
    const refuse = (why: string) => {
      if (!onUnread) {
        void message.error(why, 6);
        return;
      }
      onUnread(why);
      onChange?.(null);
    };
    const takeOver = (typed: string) => {
      if (typed === shown) {
        if (typed === '') onUnread?.(null);
        return;
      }
      overtaken.current = shown;
      // Outside a form an emptied field shows again what holds.
      if (typed.trim() === '') {
        if (allowClear || onUnread) settle(null);
        return;
      }
      const next = read(typed, shown === '' ? dayjs().year() : Number(shown.slice(0, 4)));
      const limit = latest?.slice(0, shape.length);
      if (next === null) refuse(`看不懂${word}“${typed}”，请写成 ${example} 的样子`);
      else if (limit !== undefined && next > limit) refuse(`${word} ${next} 不能晚于 ${limit}`);
      else settle(next);
    };
    const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
      if (event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement)) return;
      const saves = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's';
      if (event.key !== 'Enter' && !saves) return;
      takeOver(event.target.value);
      if (open) setOpen(false);
    };
    return (
      <DatePicker
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(width === undefined ? {} : { style: { width: `calc(${width}px * var(--scale))` } })}
        picker={picker}
        prefix={prefix}
        // As a function: the picker shows the value, and leaves what is typed to `takeOver`.
        format={(day) => day.format(shape)}
        components={typable}
        previewValue={false}
        allowClear={allowClear}
        value={value ? dayjs(value) : null}
        open={open}
        onOpenChange={(opens) => {
          if (opens) overtaken.current = null;
          setOpen(opens);
        }}
        onClear={() => settle(null)}
        onChange={(next) => {
          const picked = next ? next.format(shape) : '';
          if (picked !== overtaken.current) settle(picked || null);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          if (event.target instanceof HTMLInputElement) takeOver(event.target.value);
          onBlur?.(event);
        }}
        {...(latest === undefined ? {} : { maxDate: dayjs(latest) })}
      />
    );
  };

export const DayInput = input({
  picker: 'date',
  word: '日期',
  shape: 'YYYY-MM-DD',
  example: '2026-09-30',
  read: readTypedDay,
});
export const MonthInput = input({
  picker: 'month',
  word: '月份',
  shape: 'YYYY-MM',
  example: '2026-09',
  read: readTypedMonth,
});
