// What the address of the screen that is shown says, as its route in renderer/routes.tsx reads it: useAddress('/grids').
import { useSearch } from '@tanstack/react-router';
import type { ScreenAddress } from '../../shared/screens.ts';

export const useAddress = <const Address extends Exclude<ScreenAddress, '/'>>(address: Address) =>
  useSearch({ from: `/framed/themed${address}` });
