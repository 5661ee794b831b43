// What stands beside the list of communities or compounds: one of them, a form on one of them, or the form for a new one.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PlaceLevel } from '../../../../shared/roster/words.ts';
import { api } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import type { Rail } from '../../../ui/list/useRail.ts';
import { useToday } from '../../../ui/useToday.ts';
import { GridAdd } from '../grids/GridForms.tsx';
import { gridsLink } from '../links.ts';
import { PlaceDetail } from './PlaceDetail.tsx';
import { PlaceAdd, PlaceEdit } from './PlaceForm.tsx';
import type { Place, PlaceForm } from './usePlaceActs.ts';

export function PlaceRail(props: { level: PlaceLevel; rail: Rail<PlaceForm>; acts: readonly Act<Place>[] }) {
  const { level, rail, acts } = props;
  const { openId: id, adding, form, open, close, endForm } = rail;
  const navigate = useNavigate();
  const today = useToday();
  const { data: place } = useQuery({
    ...api.roster.places.get.queryOptions({ id: id ?? 0, asOf: today }),
    enabled: id !== undefined && form !== null,
  });
  if (adding) return <PlaceAdd level={level} onClose={close} onAdded={open} />;
  if (id === undefined) return null;
  if (form === null || place?.id !== id) return <PlaceDetail id={id} asOf={today} acts={acts} onClose={close} />;
  if (form === 'edit') return <PlaceEdit key={id} place={place} asOf={today} onClose={endForm} />;
  return (
    <GridAdd
      key={id}
      place={{ value: id, label: place.name, hint: '' }}
      onClose={endForm}
      onAdded={(grid) => void navigate(gridsLink({ open: grid }))}
    />
  );
}
