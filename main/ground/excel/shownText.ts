// What a cell says where its text is struck through or hidden in part: what is crossed out or can't be seen is no part of it. Its
// pieces are never glued together in silence: the text as written is kept beside what is left, so that somebody can be asked.

/** A piece of a cell's text, in its order. */
export type Piece = { text: string; look: 'plain' | 'struck' | 'hidden' };

export type ShownText = {
  /** What a reader of the sheet takes for said; what is struck through as a whole stays to be read. Null where nothing is to be seen. */
  value: string | null;
  struck: boolean;
  /** The text as written, where `value` leaves some of it out; else null. */
  whole: string | null;
};

/** What stands between the pieces, and parts nothing once one of them is gone. */
const atTheEnds = /^[\s、，,；;/／]+|[\s、，,；;/／]+$/g;

export function shownText(pieces: readonly Piece[]): ShownText {
  const all = pieces.filter(({ text }) => text.trim() !== '');
  const seen = all.filter(({ look }) => look !== 'hidden');
  const struck = seen.length > 0 && seen.every(({ look }) => look === 'struck');
  const leftOut = struck ? all.length > seen.length : all.some(({ look }) => look !== 'plain');
  const joined = (of: readonly Piece[]): string => of.map(({ text }) => text).join('');
  if (!leftOut) return { value: joined(pieces), struck, whole: null };
  const left = joined(pieces.filter(({ look }) => look === (struck ? 'struck' : 'plain'))).replaceAll(atTheEnds, '');
  return { value: left === '' ? null : left, struck, whole: joined(pieces).trim() };
}
