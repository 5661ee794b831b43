// One community or compound in the rail: its facts, the names it has had, its grids with who serves there, its compounds.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PlaceDetail as Place } from '../../../../shared/roster/places.ts';
import { api } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { RowRail } from '../../../ui/RowRail.tsx';
import { State } from '../../../ui/State.tsx';
import { Fact, FactList } from '../../../ui/Fact.tsx';
import { gridsLink, placesLink, workersLink } from '../links.ts';
import { Begun, Versions } from '../../../ui/Versions.tsx';
import { communityFields, compoundFields } from '../../../../shared/roster/placeFields.ts';

const CommunityFacts = ({ place }: { place: Place }) => (
  <Facts fields={communityFields} keys={['code', 'branch', ['kind', 'secretary'], 'phone']} row={place} />
);

function CompoundFacts({ place }: { place: Place }) {
  const { data: companies } = useQuery(api.roster.propertyCompanies.list.queryOptions());
  const company = companies?.find(({ id }) => id === place.propertyCompanyId);
  return (
    <>
      <Facts
        fields={compoundFields}
        keys={[
          'community',
          'branch',
          ['developedBy', 'buildings'],
          ...(place.developer ? (['developer'] as const) : []),
          'propertyCompany',
        ]}
        row={place}
        shown={{ community: <Link {...placesLink({ open: place.communityId ?? undefined })}>{place.communityName}</Link> }}
      />
      {company?.contact ? <Fact label="负责人" value={company.contact} wide /> : null}
      {company?.phone ? <Fact label="物业电话" value={company.phone} wide /> : null}
      <Facts fields={compoundFields} keys={['address']} row={place} />
    </>
  );
}

export function PlaceDetail(props: { id: number; asOf: string; acts: readonly Act<Place>[]; onClose: () => void }) {
  const { id, asOf, acts, onClose } = props;
  const result = useQuery(api.roster.places.get.queryOptions({ id, asOf }));
  return (
    <RowRail noun="社区与小区" result={result} acts={acts} onClose={onClose}>
      {(place) => (
        <>
          {place.formerNames.length > 0 ? <div className="grey">曾用名 {place.formerNames.join('、')}</div> : null}
          <FactList>
            {place.level === 'community' ? <CommunityFacts place={place} /> : <CompoundFacts place={place} />}
            <Facts fields={compoundFields} keys={[['households', 'population'], 'officeAddress', 'note']} row={place} />
            <Begun versions={place.versions} />
          </FactList>
          <h3>网格与网格员</h3>
          {place.grids.length === 0 ? <p className="grey">还没有网格</p> : null}
          <ul className="lines">
            {place.grids.map((grid) => (
              <li key={grid.id}>
                <Link {...gridsLink({ open: grid.id })}>{grid.name}</Link>
                {grid.workerId === null ? (
                  <State kind="bad">
                    <span className="red">空缺</span>
                  </State>
                ) : (
                  <Link {...workersLink({ open: grid.workerId })} className="plain">
                    {grid.workerName}
                  </Link>
                )}
              </li>
            ))}
          </ul>
          {place.compounds.length > 0 ? (
            <>
              <h3>居民小区（{place.compounds.length}）</h3>
              <ul className="lines">
                {place.compounds.map((compound) => (
                  <li key={compound.id}>
                    <Link {...placesLink({ level: 'compound', open: compound.id })}>{compound.name}</Link>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <Versions
            title="名称与归属的变更"
            asOf={asOf}
            versions={place.versions}
            note={({ branchName, communityName }) => branchName ?? communityName}
          />
        </>
      )}
    </RowRail>
  );
}
