// A day outside forms, by which a screen goes: 统计日期. Text that can't be taken stays in the field and is told there, with the day
// that the screen still goes by; Esc gives that day back.
import { type ReactNode, useRef, useState } from 'react';
import { nearDays } from '../../../shared/rules/day.ts';
import { type AskedDay, readTypedDay } from '../../../shared/rules/typedDay.ts';
import { told } from '../../api.ts';
import { FieldFault } from '../FieldFault.tsx';
import { DayInput } from './DayInput.tsx';
import { useSaysUnsettled } from '../unsettled.ts';
import { useToday } from '../useToday.ts';

type Props = {
  label: string;
  /** The day by which the screen goes. */
  value: string;
  /** Rejects with the words why the day will not do. */
  onChange: (day: string) => void | Promise<unknown>;
  /** Said after what is wrong: 名单仍是 2026-09-28 的. */
  still: string;
  prefix?: ReactNode;
  width?: number;
};

export function DayFilter({ label, value, onChange, still, prefix, width }: Props) {
  const today = useToday();
  const asked: AskedDay = { kind: 'day', today, ...nearDays(today) };
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [shown, setShown] = useState(value);
  const giveBack = (): void => {
    setTyped(null);
    setFault(null);
  };
  // Taken over by the screen, or changed from elsewhere.
  if (shown !== value) {
    setShown(value);
    giveBack();
  }
  const differs = typed !== null;
  const reading = typed === null ? null : readTypedDay(typed, asked);
  const isWrong = fault !== null || (reading !== null && !('day' in reading && reading.day !== null));
  useSaysUnsettled(label, isWrong ? 'wrong' : differs ? 'typing' : null);

  // Enter takes it over, and so does leaving the field right after it.
  const taking = useRef<string | null>(null);
  const take = async (day: string): Promise<void> => {
    if (day === taking.current) return;
    if (day === value) {
      giveBack();
      return;
    }
    setTyped(day);
    setFault(null);
    taking.current = day;
    try {
      await onChange(day);
    } catch (error) {
      setFault(told(error).replace(/。$/, ''));
    } finally {
      taking.current = null;
    }
  };
  const settle = (): void => {
    if (reading === null || fault !== null) return;
    if ('fault' in reading) setFault(reading.fault);
    else if (reading.day === null) setFault(`请填写${label}`);
    else void take(reading.day);
  };
  return (
    <FieldFault fault={fault} still={still}>
      <span className="day-filter">
        <DayInput
          asked={asked}
          label={label}
          prefix={prefix}
          width={width}
          text={typed ?? value}
          wrong={fault !== null}
          onType={(text) => {
            setTyped(text === value ? null : text);
            setFault(null);
          }}
          onSettle={settle}
          onKey={(key) => {
            if (key === 'Escape' && differs) {
              giveBack();
              return true;
            }
            settle();
            return false;
          }}
          onPick={(day) => void take(day)}
        />
      </span>
    </FieldFault>
  );
}
