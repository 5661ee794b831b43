// A day as text, with a calendar under it for those who don't want to type. It shows what it is given and says what was typed, when
// it is to be taken over (on leaving, Enter, Ctrl+S, Esc), and what was picked. What comes of that is said by DayField, where Esc leaves
// the form with what was typed, and by DayFilter, where Esc gives the day back.
import { CalendarOutlined } from '@ant-design/icons';
import { Input, type InputRef, Popover } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { type AskedDay, readTypedDay } from '../../../shared/rules/typedDay.ts';
import { Calendar } from './Calendar.tsx';
import { moved } from './calendarDays.ts';
import type { FieldProps } from '../fields/described.ts';
import { combinationOf } from '../useShortcut.ts';

/** What takes over what was typed, besides leaving the field. */
export type SettlingKey = 'Enter' | 'Ctrl+S' | 'Escape';

type Props = FieldProps & {
  asked: AskedDay;
  /** What stands in the field, readable or not. */
  text: string;
  onType: (typed: string) => void;
  onSettle: () => void;
  /** True: the key has done its work. */
  onKey: (key: SettlingKey) => boolean;
  onPick: (day: string) => void;
  label?: string | undefined;
  prefix?: ReactNode;
  width?: number | undefined;
  wrong?: boolean;
};

const isSettling = (combination: string): combination is SettlingKey => ['Enter', 'Ctrl+S', 'Escape'].includes(combination);

/** Below the field, above it where there is more room, and over it where neither is enough: never out of the window. */
const placements = {
  bottomLeft: { points: ['tl', 'bl'], offset: [0, 4], overflow: { adjustX: true, adjustY: true, shiftX: true, shiftY: true } },
};

export function DayInput({ asked, text, onType, onSettle, onKey, onPick, label, prefix, width, wrong = false, ...field }: Props) {
  const { kind, today } = asked;
  const months = kind === 'month';
  const input = useRef<InputRef>(null);
  const entering = useRef(false);
  /** The day on which the open calendar's keys stand; null: closed. */
  const [at, setAt] = useState<string | null>(null);
  const reading = readTypedDay(text, { kind, today });
  const held = 'day' in reading ? reading.day : null;
  const open = (): void => setAt(held === null ? today : held.length === 7 ? `${held}-01` : held);
  const close = (): void => setAt(null);
  const allows = (cell: string): boolean => 'day' in readTypedDay(cell, asked);
  const pick = (cell: string): void => {
    close();
    onPick(cell);
  };

  /** True: the open calendar has taken the key. */
  const inCalendar = (combination: string, from: string): boolean => {
    const cell = months ? from.slice(0, 7) : from;
    const next = moved(from, combination, months);
    if (next !== null) setAt(next);
    else if (combination === 'Escape') close();
    else if (combination === 'Enter' && allows(cell)) pick(cell);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const combination = combinationOf(event.nativeEvent);
    let taken = at !== null && inCalendar(combination, at);
    if (!taken && combination === 'Alt+ArrowDown') {
      open();
      taken = true;
    }
    if (!taken && isSettling(combination)) taken = onKey(combination);
    if (!taken) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover
      open={at !== null}
      // Opened by the field alone; a click elsewhere leaves the field, which closes it.
      trigger={[]}
      placement="bottomLeft"
      builtinPlacements={placements}
      arrow={false}
      destroyOnHidden
      content={
        at === null ? null : (
          <Calendar months={months} at={at} held={held} today={today} allows={allows} turn={setAt} pick={pick} />
        )
      }
    >
      <Input
        {...field}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(width === undefined ? {} : { style: { width: `calc(${width}px * var(--scale))` } })}
        {...(wrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
        ref={input}
        className="day"
        autoComplete="off"
        aria-haspopup="dialog"
        prefix={prefix}
        suffix={
          <button
            type="button"
            className="day-open"
            tabIndex={-1}
            title="打开日历（Alt+↓）"
            aria-label="打开日历"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              input.current?.focus();
              if (at === null) open();
              else close();
            }}
          >
            <CalendarOutlined />
          </button>
        }
        value={text}
        onChange={(event) => {
          close();
          onType(event.target.value);
        }}
        onKeyDown={onKeyDown}
        // As in an address bar, and a cell: whoever comes here types over what stands here, or clicks once more.
        onFocus={(event) => {
          entering.current = true;
          event.target.select();
        }}
        onMouseUp={(event) => {
          const { selectionStart, selectionEnd } = event.currentTarget;
          if (entering.current && selectionStart === selectionEnd) event.currentTarget.select();
          entering.current = false;
        }}
        onBlur={() => {
          close();
          onSettle();
        }}
      />
    </Popover>
  );
}
