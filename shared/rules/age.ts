// Ages and lengths of service, always counted on a stated day (周岁: completed years).

const parts = (text: string): [number, number, number | null] => {
  const [year = 0, month = 1, day] = text.split('-').map(Number);
  return [year, month, day ?? null];
};

/** Completed months from one point to another; a point is YYYY-MM-DD, or YYYY-MM, which counts from its first day. */
function completedMonths(from: string, onDay: string): number {
  const [fromYear, fromMonth, fromDay] = parts(from);
  const [year, month, day] = parts(onDay);
  return (year - fromYear) * 12 + month - fromMonth - ((day ?? 1) < (fromDay ?? 1) ? 1 : 0);
}

/**
 * Completed years of life on a day, or null before birth.
 * @param birth YYYY-MM-DD, or YYYY-MM, which is taken as the month's first day
 */
export function ageOn(birth: string, onDay: string): number | null {
  const months = completedMonths(birth, onDay);
  return months < 0 ? null : Math.floor(months / 12);
}

/** Completed years and months since a first day or month, or null before it. */
export function serviceOn(first: string, onDay: string): { years: number; months: number } | null {
  const months = completedMonths(first, onDay);
  return months < 0 ? null : { years: Math.floor(months / 12), months: months % 12 };
}
