// Days and months in forms and filters, as the text the program keeps: YYYY-MM-DD, YYYY-MM.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';

type Props = {
  id?: string;
  value?: string | null | undefined;
  onChange?: (value: string | null) => void;
  /** No day after this one. */
  latest?: string;
  allowClear?: boolean;
  prefix?: ReactNode;
  width?: number;
  label?: string;
};

const input = (picker: 'date' | 'month', shape: string, typed: string[]) =>
  function Input({ id, value, onChange, latest, allowClear = true, prefix, width, label }: Props) {
    return (
      <DatePicker
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(width === undefined ? {} : { style: { width: `calc(${width}px * var(--scale))` } })}
        picker={picker}
        prefix={prefix}
        format={[shape, ...typed]}
        allowClear={allowClear}
        value={value ? dayjs(value) : null}
        onChange={(next) => onChange?.(next ? next.format(shape) : null)}
        {...(latest === undefined ? {} : { maxDate: dayjs(latest) })}
      />
    );
  };

export const DayInput = input('date', 'YYYY-MM-DD', ['YYYYMMDD', 'YYYY.MM.DD', 'YYYY.M.D', 'YYYY/M/D', 'YYYY年M月D日']);
export const MonthInput = input('month', 'YYYY-MM', ['YYYYMM', 'YYYY.MM', 'YYYY.M', 'YYYY/M', 'YYYY年M月']);
