// The day the screens stand on when nobody chose another: the office's today, not the window's.
import { useQuery } from '@tanstack/react-query';
import { systemClock } from '../../shared/clock.ts';
import { api } from '../api.ts';

export function useToday(): string {
  const { data } = useQuery(api.today.day.queryOptions());
  return data ?? systemClock.today();
}
