// The calendar under a day field, days or months. The field keeps the focus and the keys and says which day they have led to; here
// only the mouse acts.
import { addMonths, monthsOf, weeksOf } from './calendarDays.ts';
import './calendar.css';

type Props = {
  months: boolean;
  /** Where the keys stand. */
  at: string;
  /** What the field holds, as long as its cells: YYYY-MM-DD or YYYY-MM. */
  held: string | null;
  today: string;
  allows: (cell: string) => boolean;
  turn: (at: string) => void;
  pick: (cell: string) => void;
};

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];

const yearOf = (cell: string): string => `${cell.slice(0, 4)}年`;
const monthOf = (cell: string): string => `${Number(cell.slice(5, 7))}月`;
const inWords = (cell: string): string =>
  `${yearOf(cell)}${monthOf(cell)}${cell.length === 7 ? '' : `${Number(cell.slice(8))}日`}`;

export function Calendar({ months, at, held, today, allows, turn, pick }: Props) {
  const length = months ? 7 : 10;
  const step = (sign: string, words: string, by: number) => (
    <button type="button" tabIndex={-1} aria-label={words} title={words} onClick={() => turn(addMonths(at, by))}>
      {sign}
    </button>
  );
  const now = today.slice(0, length);
  return (
    // Whoever clicks stays in the field.
    <div className="calendar" role="group" aria-label="日历" onMouseDown={(event) => event.preventDefault()}>
      <div className="calendar-head">
        {months ? step('«', '前十年', -120) : step('«', '上一年', -12)}
        {months ? step('‹', '上一年', -12) : step('‹', '上一月', -1)}
        <b>{months ? yearOf(at) : `${yearOf(at)}${monthOf(at)}`}</b>
        {months ? step('›', '下一年', 12) : step('›', '下一月', 1)}
        {months ? step('»', '后十年', 120) : step('»', '下一年', 12)}
      </div>
      <table>
        {months ? null : (
          <thead>
            <tr>
              {weekdays.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {(months ? monthsOf(at) : weeksOf(at)).map((row) => (
            <tr key={row[0]}>
              {row.map((cell) => (
                <td key={cell}>
                  <button
                    type="button"
                    tabIndex={-1}
                    aria-label={inWords(cell)}
                    aria-pressed={cell === held}
                    aria-current={cell === now ? 'date' : undefined}
                    disabled={!allows(cell)}
                    className={[
                      cell === at.slice(0, length) ? 'at' : '',
                      cell.slice(0, 7) === at.slice(0, 7) || months ? '' : 'beyond',
                    ]
                      .filter(Boolean)
                      .join(' ')}
                    onClick={() => pick(cell)}
                  >
                    {months ? monthOf(cell) : Number(cell.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="calendar-foot">
        <span role="status">{inWords(at.slice(0, length))}</span>
        <button type="button" tabIndex={-1} className="link" disabled={!allows(now)} onClick={() => pick(now)}>
          {months ? '本月' : '今天'}
        </button>
      </div>
    </div>
  );
}
