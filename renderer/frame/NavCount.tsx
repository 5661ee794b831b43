// The count beside an entry of the side menu: what waits there to be done, red where it is wrong. Nothing where nothing waits.
import { useQuery } from '@tanstack/react-query';
import type { ScreenAddress } from '../../shared/screens.ts';
import { api } from '../api.ts';

function VacantGrids() {
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

export const NavCount = ({ of }: { of: ScreenAddress }) => (of === '/grids' ? <VacantGrids /> : null);
