// What a number format shows of a date. Excel stores a month that somebody typed as its first day, and only the format still says that
// no day was meant. Chinese formats that Excel has built in stand in no file, only their numbers do.

/** By their numbers in Chinese Excel (ECMA-376, 18.8.30, zh-cn), those that show something of a date; typing 2019-7 gives a cell the 57th. */
export const chineseFormats: ReadonlyMap<number, string> = new Map([
  ...[27, 36, 50, 52, 57].map((number) => [number, 'yyyy"年"m"月"'] as const),
  ...[28, 29, 51, 53, 54, 58].map((number) => [number, 'm"月"d"日"'] as const),
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
]);

/** Words, escaped and filling characters, conditions and languages, halves of a day. */
const besides = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|上午\/下午|AM\/PM|A\/P/gi;

/**
 * A date as its format shows it: YYYY-MM where that shows a year and a month, YYYY where it shows a year. A day that isn't the first was
 * typed by somebody, and stays though it isn't shown.
 * @param day YYYY-MM-DD
 */
export function dateAsShown(day: string, format: string): string {
  const [tokens = ''] = format.replaceAll(besides, '').toLowerCase().split(';');
  if (!day.endsWith('-01') || !/[ye]/.test(tokens) || /[dahs]/.test(tokens)) return day;
  if (tokens.includes('m')) return day.slice(0, 7);
  return day.endsWith('-01-01') ? day.slice(0, 4) : day;
}
