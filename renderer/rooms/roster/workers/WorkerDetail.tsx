// One worker in the rail: face, facts, where they have served; and what can be done with them.
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Timeline } from 'antd';
import { useState } from 'react';
import { spacedMobile } from '../../../../shared/rules/phone.ts';
import type { WorkerDetail as Worker, WorkerPosting } from '../../../../shared/roster/worker.ts';
import { api, client, told } from '../../../api.ts';
import { type Act, offersOn } from '../../../ui/act.ts';
import { useAct } from '../../../ui/useAct.tsx';
import { DetailRail } from '../../../ui/DetailRail.tsx';
import { RailActs } from '../../../ui/RailActs.tsx';
import { colors } from '../../../ui/theme.ts';
import { Fact, FactList } from '../../../ui/Fact.tsx';
import { gridsLink } from '../links.ts';
import { actionWords, capacityWords, firstDayText, sexWords } from '../../../../shared/roster/words.ts';
import { lacking } from '../../../ui/Fact.tsx';
import { Status } from '../words.tsx';
import { Face } from '../../../ui/Face.tsx';

const served = ({ served: time }: WorkerPosting): string => {
  if (!time) return '';
  if (time.years === 0 && time.months === 0) return `${time.days} 天`;
  return [time.years > 0 ? `${time.years} 年` : '', time.months > 0 ? `${time.months} 个月` : ''].filter(Boolean).join(' ');
};

const period = ({ firstDay, firstDayPrecision, lastDay, endsWithGrid, current }: WorkerPosting): string => {
  const first = firstDay === null ? '起始不详' : firstDayText(firstDay, firstDayPrecision);
  if (lastDay !== null) return `${first} 至 ${lastDay}${endsWithGrid ? '（网格停用）' : ''}`;
  return current ? `${first} 至今` : `${first} 起`;
};

/** Every grid that the worker is in on the day, in whatever capacity; of a leaver the last one. */
function Where({ worker }: { worker: Worker }) {
  const current = worker.postings.filter((posting) => posting.current);
  const held = current.filter(({ role }) => role === 'worker');
  const rest = current.filter(({ role }) => role !== 'worker');
  return (
    <>
      {held.length > 0 ? null : (
        <div>
          {worker.gridId === null ? (
            <span className="grey">没有上岗的网格</span>
          ) : (
            <Link {...gridsLink({ open: worker.gridId })} className="plain">
              {worker.status === 'left' ? `原${worker.gridName}` : worker.gridName}
            </Link>
          )}
        </div>
      )}
      {[...held.filter(({ additional }) => !additional), ...held.filter(({ additional }) => additional), ...rest].map(
        (posting) => (
          <div key={posting.id}>
            <Link {...gridsLink({ open: posting.gridId })} className="plain">
              {posting.gridName}
            </Link>
            <span className="grey small">　{capacityWords(posting)}</span>
          </div>
        ),
      )}
    </>
  );
}

function Posting({ posting }: { posting: WorkerPosting }) {
  const paper = posting.openedBy;
  const text = period(posting);
  return (
    <div className="posting">
      <div>
        {posting.current ? <b>{text}</b> : <span>{text}</span>}
        <span className="grey">{served(posting)}</span>
      </div>
      <div>
        <Link {...gridsLink({ open: posting.gridId })} className="plain">
          {posting.gridName}
        </Link>
        <span className="grey small">
          {[capacityWords(posting) || (paper && actionWords[paper.kind]), paper?.documentNumber].filter(Boolean).join('　')}
        </span>
      </div>
      {posting.closedBy && posting.closedBy.kind !== 'transfer' ? (
        <div>
          <span className="grey small">
            {[
              `${posting.closedBy.day ?? ''} ${actionWords[posting.closedBy.kind]}`.trim(),
              posting.closedBy.reason,
              posting.closedBy.documentNumber,
            ]
              .filter(Boolean)
              .join('　')}
          </span>
        </div>
      ) : null}
    </div>
  );
}

/** The full number after a click that is written down; it goes away with the drawer. */
function IdNumber({ worker }: { worker: Worker }) {
  const [full, setFull] = useState<string | null>(null);
  const reveal = useAct(
    () => client.roster.workers.revealIdNumber.mutate({ id: worker.id }),
    (answer) => setFull(answer.idNumber),
  );
  if (worker.idNumberMasked === null) return <div className="grey">身份证号{lacking}</div>;
  return (
    <div className="detail-id">
      <span>{full ?? worker.idNumberMasked}</span>
      {full === null ? (
        <button
          type="button"
          className="link"
          title="查看会记入操作记录"
          disabled={reveal.isPending}
          onClick={() => reveal.mutate(undefined)}
        >
          查看全号
        </button>
      ) : (
        <button type="button" className="link" onClick={() => setFull(null)}>
          隐藏
        </button>
      )}
    </div>
  );
}

function Facts({ worker }: { worker: Worker }) {
  return (
    <FactList>
      {worker.gridId === null ? null : <Fact label="网格编码" value={worker.gridCode} wide />}
      <Fact label="用工来源" value={worker.hiringSource} wide />
      <Fact label="管理单位" value={worker.employer} />
      <Fact label="文化程度" value={worker.education} />
      <Fact label="政治面貌" value={worker.politics} />
      <Fact label="首次上岗" value={worker.firstPosted} />
      {worker.propertyCompanyName ? <Fact label="物业公司" value={worker.propertyCompanyName} wide /> : null}
      {worker.landline ? <Fact label="固定电话" value={worker.landline} wide /> : null}
      {worker.startedWork ? <Fact label="参加工作" value={worker.startedWork} wide /> : null}
      {worker.formerFamilyPlanning ? <Fact label="人员身份" value="原计生专职查访员" wide /> : null}
      {worker.note ? <Fact label="备注" value={worker.note} wide /> : null}
    </FactList>
  );
}

export function WorkerDetail(props: { id: number; asOf: string; acts: readonly Act<Worker>[]; onClose: () => void }) {
  const { id, asOf, acts, onClose } = props;
  const { data: worker, error } = useQuery(api.roster.workers.get.queryOptions({ id, asOf }));
  if (!worker || error)
    return (
      <DetailRail label="网格员" onClose={onClose}>
        {error ? <p className="lost">{told(error)}</p> : null}
      </DetailRail>
    );
  const correction = offersOn(acts, worker).find(({ name }) => name === 'posting');
  return (
    <DetailRail
      label={`网格员 ${worker.name}`}
      onClose={onClose}
      foot={<RailActs acts={acts} row={worker} about={worker.name} />}
    >
      <div className="detail-top">
        <Face hash={worker.photoHash} name={worker.name} large />
        <div className="detail-facts">
          <h2 className="rail-name">{worker.name}</h2>
          <div>
            <Status of={worker.status} />
            {[worker.sex ? sexWords[worker.sex] : null, worker.age === null ? null : `${worker.age} 岁`, worker.ethnicity]
              .filter(Boolean)
              .map((text) => `　${text}`)}
          </div>
          <Where worker={worker} />
          <div>{worker.mobile ? spacedMobile(worker.mobile) : <span className="grey">手机号码{lacking}</span>}</div>
          <IdNumber key={worker.id} worker={worker} />
        </div>
      </div>
      <Facts worker={worker} />
      <h3 className="headed">
        任职记录
        {correction ? (
          <button type="button" className="link" onClick={correction.run}>
            {correction.words}
          </button>
        ) : null}
      </h3>
      {worker.postings.length === 0 ? (
        <p className="grey">还没有任职记录</p>
      ) : (
        <Timeline
          className="postings"
          items={worker.postings.map((posting) => ({
            key: posting.id,
            color: posting.current ? colors.blue : '#9AA6B8',
            content: <Posting posting={posting} />,
          }))}
        />
      )}
    </DetailRail>
  );
}
