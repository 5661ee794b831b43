// One community or compound in the rail: its facts, the names it has had, its grids with who serves there, its compounds.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PlaceDetail as Place } from '../../../../shared/roster/places.ts';
import { api, told } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import { DetailRail } from '../../../ui/DetailRail.tsx';
import { RailActs } from '../../../ui/RailActs.tsx';
import { State } from '../../../ui/State.tsx';
import { Fact } from '../../../ui/Fact.tsx';
import { gridsLink, placesLink, workersLink } from '../links.ts';
import { Versions } from '../../../ui/Versions.tsx';
import { developedByWords, kindWords } from '../../../../shared/roster/words.ts';

const count = (value: number | null, unit: string): string | null => (value === null ? null : `${value} ${unit}`);

function CommunityFacts({ place }: { place: Place }) {
  return (
    <>
      <Fact label="区划代码" value={place.code} wide />
      <Fact label="社区总支" value={place.branchName} wide />
      <Fact label="类别" value={place.kind ? kindWords[place.kind] : null} />
      <Fact label="书记" value={place.secretary} />
      <Fact label="联系电话" value={place.phone} wide />
    </>
  );
}

function CompoundFacts({ place }: { place: Place }) {
  const { data: companies } = useQuery(api.roster.propertyCompanies.list.queryOptions());
  const company = companies?.find(({ id }) => id === place.propertyCompanyId);
  return (
    <>
      <Fact label="所属社区" value={place.communityName} wide>
        <Link {...placesLink({ open: place.communityId ?? undefined })}>{place.communityName}</Link>
      </Fact>
      <Fact label="社区总支" value={place.branchName} wide />
      <Fact label="开发类型" value={place.developedBy ? developedByWords[place.developedBy] : null} />
      <Fact label="楼栋数" value={count(place.buildingCount, '栋')} />
      {place.developer ? <Fact label="开发商" value={place.developer} wide /> : null}
      <Fact label="物业公司" value={place.propertyCompanyName} wide />
      {company?.contact ? <Fact label="负责人" value={company.contact} wide /> : null}
      {company?.phone ? <Fact label="物业电话" value={company.phone} wide /> : null}
      <Fact label="详细地址" value={place.address} wide />
    </>
  );
}

export function PlaceDetail(props: { id: number; asOf: string; acts: readonly Act<Place>[]; onClose: () => void }) {
  const { id, asOf, acts, onClose } = props;
  const { data: place, error } = useQuery(api.roster.places.get.queryOptions({ id, asOf }));
  if (!place || error)
    return (
      <DetailRail label="社区与小区" onClose={onClose}>
        {error ? <p className="lost">{told(error)}</p> : null}
      </DetailRail>
    );
  return (
    <DetailRail label={place.name} onClose={onClose} foot={<RailActs acts={acts} row={place} about={place.name} />}>
      <h2 className="rail-name">{place.name}</h2>
      {place.formerNames.length > 0 ? <div className="grey">曾用名 {place.formerNames.join('、')}</div> : null}
      <dl className="kv">
        {place.level === 'community' ? <CommunityFacts place={place} /> : <CompoundFacts place={place} />}
        <Fact label="户数" value={count(place.householdCount, '户')} />
        <Fact label="人口" value={count(place.population, '人')} />
        <Fact label="办公室" value={place.officeAddress} wide />
        {place.note ? <Fact label="备注" value={place.note} wide /> : null}
      </dl>
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
    </DetailRail>
  );
}
