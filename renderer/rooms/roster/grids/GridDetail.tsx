// One grid in the rail: where it is, who serves there or since when nobody does, who served before, what it was called.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Timeline } from 'antd';
import type { GridDetail as Grid, GridPosting, GridVersion } from '../../../../shared/roster/grids.ts';
import { gridFields } from '../../../../shared/roster/gridFields.ts';
import { postingRoleWords, capacityWords, firstDayText, kindWords } from '../../../../shared/roster/words.ts';
import { spacedMobile } from '../../../../shared/rules/phone.ts';
import { api } from '../../../api.ts';
import type { Act } from '../../../ui/act.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { RowRail } from '../../../ui/RowRail.tsx';
import { State } from '../../../ui/State.tsx';
import { colors } from '../../../ui/theme.ts';
import { Fact, FactList } from '../../../ui/Fact.tsx';
import { placesLink, workersLink } from '../links.ts';
import { Begun, Versions } from '../../../ui/Versions.tsx';
import { Face } from '../../../ui/Face.tsx';
import { vacancyText } from '../../../../shared/roster/listTexts.ts';

const period = ({ firstDay, firstDayPrecision, lastDay, current }: GridPosting): string => {
  const first = firstDay === null ? '起始不详' : firstDayText(firstDay, firstDayPrecision);
  if (lastDay !== null) return `${first} 至 ${lastDay}`;
  return current ? `${first} 至今` : `${first} 起`;
};

/** What changed besides the name. */
const changes = (grid: Grid) => {
  const several = (read: (version: GridVersion) => string | null): boolean => new Set(grid.versions.map(read)).size > 1;
  const [places, codes, kinds] = [several((one) => one.placeName), several((one) => one.code), several((one) => one.kind)];
  return ({ placeName, code, kind }: GridVersion): string =>
    [places ? placeName : null, codes ? code : null, kinds && kind ? kindWords[kind] : null].filter(Boolean).join('　');
};

function Holder({ grid }: { grid: Grid }) {
  if (grid.workerId === null || grid.workerName === null)
    return (
      <div className="holder">
        <State kind="bad">
          <span className="red">{vacancyText(grid)}</span>
        </State>
        {grid.vacantSince ? <span className="grey">自 {grid.vacantSince}</span> : null}
      </div>
    );
  return (
    <div className="holder">
      <Face hash={grid.workerPhotoHash} name={grid.workerName} />
      <Link {...workersLink({ open: grid.workerId })}>{grid.workerName}</Link>
      <span>{grid.workerMobile ? spacedMobile(grid.workerMobile) : ''}</span>
      <span className="grey">
        {grid.firstDay ? `${firstDayText(grid.firstDay, grid.firstDayPrecision)} 上岗` : '上岗日期未填'}
      </span>
    </div>
  );
}

/** The holder's last day, where it is set. */
function Leaving({ grid }: { grid: Grid }) {
  const holder = grid.postings.find(({ current, role }) => current && role === 'worker');
  if (!holder?.lastDay) return null;
  return <State kind="warn">任职到 {holder.lastDay}</State>;
}

/** 网格长 and others who are there beside the 专职网格员. */
const Others = ({ grid }: { grid: Grid }) =>
  grid.postings
    .filter(({ current, role }) => current && role !== 'worker')
    .map(({ id, role, workerId, workerName }) => (
      <Fact key={id} label={postingRoleWords[role]} value={workerName} wide>
        <Link {...workersLink({ open: workerId })}>{workerName}</Link>
      </Fact>
    ));

export function GridDetail(props: { id: number; asOf: string; acts: readonly Act<Grid>[]; onClose: () => void }) {
  const { id, asOf, acts, onClose } = props;
  const result = useQuery(api.roster.grids.get.queryOptions({ id, asOf }));
  return (
    <RowRail noun="网格" result={result} acts={acts} onClose={onClose}>
      {(grid) => (
        <>
          <div>{[grid.branchShort, grid.communityName, grid.compoundName].filter(Boolean).join('　')}</div>
          {grid.gridLastDay === null ? null : <State kind="warn">用到 {grid.gridLastDay} 为止</State>}
          <Holder grid={grid} />
          <Leaving grid={grid} />
          <FactList>
            <Others grid={grid} />
            <Facts
              fields={gridFields}
              keys={['code', 'place', 'kind', ['households', 'population'], 'boundary', 'serviceArea', 'extraDuty', 'note']}
              row={grid}
              shown={{ place: <Link {...placesLink({ level: grid.placeLevel, open: grid.placeId })}>{grid.placeName}</Link> }}
            />
            <Begun versions={grid.versions} />
          </FactList>
          <h3>任职记录</h3>
          {grid.postings.length === 0 ? (
            <p className="grey">还没有人在这里上岗</p>
          ) : (
            <Timeline
              className="postings"
              items={grid.postings.map((posting) => ({
                key: posting.id,
                color: posting.current ? colors.blue : '#9AA6B8',
                content: (
                  <div className="posting">
                    <div>
                      {posting.current ? <b>{period(posting)}</b> : <span>{period(posting)}</span>}
                      <span>
                        <span className="grey small">{capacityWords(posting)}　</span>
                        <Link {...workersLink({ open: posting.workerId })} className="plain">
                          {posting.workerName}
                        </Link>
                      </span>
                    </div>
                  </div>
                ),
              }))}
            />
          )}
          <Versions title="名称与归属的变更" asOf={asOf} versions={grid.versions} note={changes(grid)} />
        </>
      )}
    </RowRail>
  );
}
