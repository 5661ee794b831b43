// One 社区总支 in the rail: its names, and what belongs to it.
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { BranchRow } from '../../../../shared/roster/places.ts';
import type { Act } from '../../../ui/act.ts';
import { DetailRail } from '../../../ui/DetailRail.tsx';
import { Fact, FactList } from '../../../ui/Fact.tsx';
import { RailActs } from '../../../ui/RailActs.tsx';
import { gridsLink, placesLink, workersLink } from '../links.ts';

const Line = ({ go, children, note }: { go: () => void; children: ReactNode; note?: ReactNode }) => (
  <li>
    <button type="button" className="link" onClick={go}>
      {children}
    </button>
    {note}
  </li>
);

export function BranchDetail(props: { branch: BranchRow; acts: readonly Act<BranchRow>[]; onClose: () => void }) {
  const { branch, acts, onClose } = props;
  const { id, name, vacantCount } = branch;
  const navigate = useNavigate();
  return (
    <DetailRail label={name} onClose={onClose} foot={<RailActs acts={acts} row={branch} about={name} />}>
      <h2 className="rail-name">{name}</h2>
      {branch.formerNames.length > 0 ? <div className="grey">曾用名 {branch.formerNames.join('、')}</div> : null}
      <FactList>
        <Fact label="简称" value={branch.short} wide />
        <Fact label="监督电话" value={branch.hotline ?? '用街道的'} wide />
        {branch.note ? <Fact label="备注" value={branch.note} wide /> : null}
      </FactList>
      <ul className="lines">
        <Line go={() => void navigate(placesLink({ level: 'community', branch: id }))}>
          社区（村居）{branch.communityCount} 个
        </Line>
        <Line go={() => void navigate(placesLink({ level: 'compound', branch: id }))}>居民小区 {branch.compoundCount} 个</Line>
        <Line
          go={() => void navigate(gridsLink({ branch: id }))}
          note={vacantCount > 0 ? <span className="red">空缺 {vacantCount} 个</span> : null}
        >
          网格 {branch.gridCount} 个
        </Line>
        <Line go={() => void navigate(workersLink({ branch: id }))}>网格员 {branch.workerCount} 人</Line>
      </ul>
    </DetailRail>
  );
}
