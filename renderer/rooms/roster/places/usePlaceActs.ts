// What can be done with a community or compound, in the list and beside it.
import { useNavigate } from '@tanstack/react-router';
import type { PlaceDetail, PlaceRow } from '../../../../shared/roster/places.ts';
import { levelWords, type PlaceLevel } from '../../../../shared/roster/words.ts';
import { keptBecause } from '../../../../shared/roster/removal.ts';
import { client } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import { useRowActs } from '../../../ui/useRowActs.ts';
import { gridsLink, workersLink } from '../links.ts';

export const placeForms = ['edit', 'addGrid'] as const;
export type PlaceForm = (typeof placeForms)[number];

/** A row of the list knows less than the place that is open. */
export type Place = PlaceRow | PlaceDetail;

export function usePlaceActs(
  level: PlaceLevel,
  screen: { begin: (id: number, form: PlaceForm) => void; close: () => void },
): readonly Act<Place>[] {
  const navigate = useNavigate();
  const { edit, remove } = useRowActs<Place>({
    noun: levelWords[level],
    right: 'places',
    screen,
    remove: (id) => client.roster.places.remove.mutate({ id }),
    removable: ({ removable }) => removable || keptBecause.place,
  });
  return [
    edit,
    { name: 'addGrid', words: '新增网格', also: 'xzwg', right: 'places', run: (place) => screen.begin(place.id, 'addGrid') },
    { name: 'grids', words: '查看这里的网格', also: 'ckwg', run: (place) => void navigate(gridsLink({ place: place.id })) },
    {
      name: 'workers',
      words: '查看这里的网格员',
      also: 'ckwgy',
      run: (place) => void navigate(workersLink({ place: place.id })),
    },
    remove,
  ];
}
