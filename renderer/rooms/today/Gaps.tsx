// 数据缺漏: what is missing or doubtful among those who serve today, whom it concerns, what it stops, and the way to mend it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Figures, mostNamed } from '../../../shared/roster/figures.ts';
import type { WorkerGap } from '../../../shared/roster/gaps.ts';
import { api } from '../../api.ts';
import { placesLink, workersLink } from '../roster/links.ts';
import { State } from '../../ui/State.tsx';
import { Section } from './Section.tsx';

const words: Record<WorkerGap, { title: string; effect: string; act: string }> = {
  noMobile: { title: '手机号码未填', effect: '指示牌上没有号码', act: '填写' },
  noPhoto: { title: '照片未上传', effect: '指示牌上没有照片', act: '上传' },
  photoToCrop: { title: '照片待裁剪', effect: '自动裁剪的，头像可能偏', act: '裁剪' },
  noIdNumber: { title: '身份证号未填', effect: '花名册不完整', act: '填写' },
  idUnconfirmed: { title: '身份证号校验不符', effect: '需对照原件核实', act: '核实' },
  noEducation: { title: '文化程度未填', effect: '花名册不完整', act: '填写' },
  noFirstDay: { title: '上岗日期未填', effect: '算不出任职年限', act: '填写' },
};

type RowProps = { title: string; names: readonly string[]; count: number; effect: string; act: ReactNode };

const Row = ({ title, names, count, effect, act }: RowProps) => (
  <div className="today-row today-gap">
    <span>{title}</span>
    <span className="today-names">
      {names.slice(0, mostNamed).join('、')}
      {count > Math.min(names.length, mostNamed) ? '等' : ''}
    </span>
    <span className="grey">{effect}</span>
    {act}
  </div>
);

export function Gaps({ asOf, figures }: { asOf: string | undefined; figures: Figures | undefined }) {
  const { data } = useQuery({ ...api.roster.gaps.queryOptions({ asOf: asOf ?? '' }), enabled: asOf !== undefined });
  const communities = figures?.communitiesWithoutBranch;
  const unbranched = communities?.count ?? 0;
  const gaps = data?.gaps.filter(({ count }) => count > 0) ?? [];
  const total = (data?.total ?? 0) + unbranched;
  return (
    <Section title="数据缺漏" count={data && total > 0 ? `${total} 处` : undefined}>
      {gaps.map(({ gap, count, names }) => (
        <Row
          key={gap}
          title={words[gap].title}
          names={names}
          count={count}
          effect={words[gap].effect}
          act={
            <Link className="num" {...workersLink({ gap })}>
              {words[gap].act} {count} 人
            </Link>
          }
        />
      ))}
      {communities && unbranched > 0 ? (
        <Row
          title="社区未填所属总支"
          names={communities.first.map(({ name }) => name)}
          count={unbranched}
          effect="不能按总支汇总"
          act={
            <Link className="num" {...placesLink({ level: 'community', gap: 'noBranch' })}>
              填写 {unbranched} 个
            </Link>
          }
        />
      ) : null}
      {data && total === 0 ? (
        <div className="today-row">
          <State kind="ok">没有缺漏</State>
        </div>
      ) : null}
    </Section>
  );
}
