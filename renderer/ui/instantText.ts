// When something happened, as one says it.
import dayjs from 'dayjs';

/** 今天 08:02, 昨天 08:02, 9月26日 08:02, 2025-09-26 08:02 */
export function instantText(at: string): string {
  const then = dayjs(at);
  const now = dayjs();
  if (then.isSame(now, 'day')) return `今天 ${then.format('HH:mm')}`;
  if (then.isSame(now.subtract(1, 'day'), 'day')) return `昨天 ${then.format('HH:mm')}`;
  return then.format(then.isSame(now, 'year') ? 'M月D日 HH:mm' : 'YYYY-MM-DD HH:mm');
}
