// 大字 mode, as the settings have it: type 18 on 28, rows 48, and everything measured for 15 px a fifth wider.
import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';

export type Measures = { rowHeight: number; scale: number };

const ordinary: Measures = { rowHeight: 40, scale: 1 };
const large: Measures = { rowHeight: 48, scale: 1.2 };

export function useMeasures(): Measures {
  const { data } = useQuery(api.settings.read.queryOptions());
  return data?.display.large ? large : ordinary;
}
