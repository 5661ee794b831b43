// Where "now" and "today" come from. Injected everywhere, so that tests and reports decide the day.

export type Clock = {
  now(): Date;
  /** The office's local day, YYYY-MM-DD. */
  today(): string;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** The local calendar day of an instant, YYYY-MM-DD. */
export const localDay = (at: Date): string => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

export const systemClock: Clock = { now: () => new Date(), today: () => localDay(new Date()) };

/** A clock that stands still at an instant; its today is that instant's local day unless given. */
export const stoppedClock = (at: Date, today: string = localDay(at)): Clock => ({ now: () => at, today: () => today });
