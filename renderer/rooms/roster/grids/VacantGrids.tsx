// How many grids nobody serves in today, beside 网格 in the side menu; nothing where none is vacant.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';

export function VacantGrids() {
  const { data: asOf } = useQuery(api.today.day.queryOptions());
  const { data: figures } = useQuery({
    ...api.roster.figures.queryOptions({ asOf: asOf ?? '' }),
    enabled: asOf !== undefined,
  });
  const vacant = figures?.vacantGrids.count ?? 0;
  return vacant > 0 ? (
    <span className="count red" title={`空缺 ${vacant} 个网格`}>
      {vacant}
    </span>
  ) : null;
}
