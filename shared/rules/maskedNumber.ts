// ID numbers whose middle somebody has hidden, as our own lists and sheets do: six and two characters are shown, six and four by earlier
// versions. Such a number is never stored; it only says whether it can be the one that is known of a person.
import { tidyCode } from './text.ts';

const hidden = /^(?:\d{6}\*{10}\d[\dX]|\d{6}\*{8}\d{3}[\dX]|\d{6}\*{7}\d\d|\d{6}\*{5}\d{4})$/;

/**
 * The number as it is shown, its stars half-width and its X upper-case; null for anything else, also for other ways of hiding. Of four at the
 * end two are taken: whether the others are right would be told to whoever writes a hundred rows with all that they may be.
 */
export function readMaskedNumber(text: string): string | null {
  const tidy = tidyCode(text).toUpperCase();
  return hidden.test(tidy) ? `${tidy.slice(0, 6)}${'*'.repeat(tidy.length - 8)}${tidy.slice(-2)}` : null;
}

/**
 * Whether what is shown of it stands in a number.
 * @param masked as `readMaskedNumber` gives it; of 15 characters it stands for an old number
 * @param idNumber 18 characters
 */
export function fitsMasked(masked: string, idNumber: string): boolean {
  const whole = masked.length === 15 ? idNumber.slice(0, 6) + idNumber.slice(8, 17) : idNumber;
  return Array.from(masked).every((mark, place) => mark === '*' || mark === whole[place]);
}
