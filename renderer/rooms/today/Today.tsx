// 今日: whether the figures close, what is missing in the data, who moved lately, how the backups fare; each line leads to its rows.
import { useQuery } from '@tanstack/react-query';
import { Link, type NavigateOptions, useNavigate } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { api } from '../../api.ts';
import type { Figures } from '../../../shared/roster/figures.ts';
import { signboardsLink } from '../signboards/links.ts';
import { PageHead } from '../../ui/Page.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { usePainted } from '../../ui/usePainted.ts';
import { Actions } from './Actions.tsx';
import { Acts } from './Acts.tsx';
import { Backups } from './Backups.tsx';
import { Checksum } from './Checksum.tsx';
import { Gaps } from './Gaps.tsx';
import './today.css';

const FirstStep = () => (
  <div className="empty">
    <b>台账里还没有网格和人员</b>
    <span>
      从现有的 Excel 花名册导入，社区、小区、网格和网格员一次建好；也可以先
      <Link to="/places">录入社区与小区</Link>，再一条一条新增。
    </span>
  </div>
);

/** The one next step: bring in the roster, then the photos, then print. */
function NextStep({ figures }: { figures: Figures }) {
  const navigate = useNavigate();
  const { data: boards } = useQuery({ ...api.signboards.list.queryOptions({ size: 'a4', limit: 1 }), enabled: usePainted() });
  const step = (words: string, link: NavigateOptions) => (
    <PrimaryButton onClick={() => void navigate(link)}>{words}</PrimaryButton>
  );
  if (figures.figures.workers.actual === 0) return step('导入花名册', { to: '/imports' });
  if (boards === undefined) return null;
  if (boards.counts.printable === 0) return step('批量上传照片', { to: '/photos' });
  return step(`打印 ${boards.counts.printable} 块指示牌`, signboardsLink({ show: 'printable' }));
}

export function Today() {
  const { data: day } = useQuery(api.today.day.queryOptions());
  const { data: figures } = useQuery({ ...api.roster.figures.queryOptions({ asOf: day ?? '' }), enabled: day !== undefined });
  const empty = figures !== undefined && figures.figures.grids.actual === 0 && figures.figures.workers.actual === 0;
  return (
    <>
      <PageHead title="今日" sub={day && dayjs(day).format('YYYY年M月D日　dddd')}>
        {figures ? <NextStep figures={figures} /> : null}
      </PageHead>
      {empty ? (
        <FirstStep />
      ) : (
        <div className="today">
          <Checksum figures={figures} />
          <div className="today-columns">
            <div className="today-left">
              <Gaps asOf={day} figures={figures} />
              <Acts />
            </div>
            <div className="today-right">
              <Actions day={day} />
              <Backups />
            </div>
          </div>
        </div>
      )}
    </>
  );
}
