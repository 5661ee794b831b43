// The count beside an entry of the side menu: what waits there to be done, as the screen's room counts it.
import type { ComponentType } from 'react';
import type { ScreenAddress } from '../../shared/screens.ts';
import { VacantGrids } from '../rooms/roster/grids/VacantGrids.tsx';

const counts: Partial<Record<ScreenAddress, ComponentType>> = { '/grids': VacantGrids };

export function NavCount({ of }: { of: ScreenAddress }) {
  const Count = counts[of];
  return Count ? <Count /> : null;
}
