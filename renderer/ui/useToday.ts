// The office's day: what a screen stands on when nobody chose another, and the year of 11-15.
import { useQuery } from '@tanstack/react-query';
import { systemClock } from '../../shared/clock.ts';
import { api } from '../api.ts';

export function useToday(): string {
  const { data } = useQuery(api.today.day.queryOptions());
  return data ?? systemClock.today();
}
