// What a day field of a form holds. What was typed stays a text of its own until it is taken over, so that no unread text passes
// for a day, and a draft brings back what the field showed.

/** Typed and not taken over: still being typed, or refused. `acting` is the day that holds until then; refused, there is none. */
export type TypedText = { typed: string; acting: string | null };

/** YYYY-MM-DD (YYYY-MM in a field of months), nothing, or a text. */
export type DayValue = string | null | undefined | TypedText;

/** The day that the rest of the form goes by. */
export const dayIn = (value: DayValue): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : value.acting;

/** What the field shows. */
export const shownIn = (value: DayValue): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : value.typed;
