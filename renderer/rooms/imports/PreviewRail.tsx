// What the roster will be once the ticked rows are in, and the rows that don't go in, with the way to get them back marked.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { PhotoSummary } from '../../../shared/imports/photos.ts';
import type { BeforeAfter, Issue, PreviewSummary, PreviewTab } from '../../../shared/imports/preview.ts';
import type { ImportState } from '../../../shared/imports/wizard.ts';
import { client, refreshEverything } from '../../api.ts';
import { saveJobFile } from '../../files.ts';
import { DayFilter } from '../../ui/day/DayFilter.tsx';
import { State } from '../../ui/State.tsx';
import { useJob } from '../../ui/useJob.ts';

type Props = {
  state: ImportState;
  summary: PreviewSummary;
  show: (tab: PreviewTab) => void;
};

const shownIssues = 100;

const Line = ({ title, figure, unit, children }: { title: string; figure: BeforeAfter; unit: string; children?: ReactNode }) => (
  <div className="import-line">
    <span className="grey">{title}</span>
    <span>
      <b>{figure.before === figure.after ? figure.after : `${figure.before} → ${figure.after}`}</b> {unit} {children}
    </span>
  </div>
);

export function PreviewRail({ state, summary, show }: Props) {
  const { id } = state;
  const { after, counts, quota, photos } = summary;
  const marked = useJob(saveJobFile);
  const refused = summary.issues.filter((issue) => issue.level === 'refuse' || issue.decision === 'leaveOut');
  const held = summary.issues.filter((issue) => issue.level !== 'refuse' && issue.decision === null);
  const began = after.transferred + after.begunOnDay;
  const places = [
    ['社区总支', after.branches],
    ['社区（村居）', after.communities],
    ['居民小区', after.compounds],
    ['网格', after.grids],
  ] as const;
  return (
    <aside className="rail" aria-label="写入后">
      <div className="rail-body import-rail">
        <header>
          <h2>写入后</h2>
          <span className="grey">写入前自动备份，可一次撤销</span>
        </header>
        <Line title="在岗网格员" figure={after.onDuty} unit="人">
          {quota.workers === null ? null : after.onDuty.after === quota.workers ? (
            <State kind="ok">与编制相符</State>
          ) : (
            <State kind="warn">编制 {quota.workers} 人</State>
          )}
        </Line>
        <Line title="空缺网格" figure={after.vacant} unit="个" />
        {places
          .filter(([, figure]) => figure.before !== figure.after)
          .map(([title, figure]) => (
            <Line key={title} title={title} figure={figure} unit="个" />
          ))}
        {after.mobilesChanged > 0 ? (
          <div className="import-line">
            <span className="grey">手机号码有变</span>
            <span>
              <b>{after.mobilesChanged}</b> 人 <State kind="warn">他们的指示牌要更换</State>
            </span>
          </div>
        ) : null}
        {summary.mendedCells > 0 ? (
          <div className="import-line">
            <span className="grey">在预览中改正</span>
            <span>
              <b>{summary.mendedCells}</b> 格
            </span>
          </div>
        ) : null}
        {photos && photos.ticked.replaces > 0 ? (
          <div className="import-line">
            <span className="grey">换掉照片</span>
            <span>
              <b>{photos.ticked.replaces}</b> 人 <State kind="warn">他们的指示牌要更换</State>
            </span>
          </div>
        ) : null}
        {summary.keptCells > 0 ? (
          <div className="import-line">
            <span className="grey">与台账不同、不改</span>
            <span title="上岗日期和社区所属的总支，台账里已有的不由导入修改。表中不同的请核对，需要时在网格员或社区的资料里更正">
              <b>{summary.keptCells}</b> 格
            </span>
          </div>
        ) : null}
        {summary.asksEffectiveDay ? (
          <div className="import-line">
            <span className="grey">
              {began === 0 ? '编码和名称' : after.begunOnDay === 0 ? '调整网格' : after.transferred === 0 ? '上岗' : '调整和上岗'}
            </span>
            <span title="文件里的编码和名称按这一天的核对；换了网格的，和表中没有写上岗日期、但以前上过岗或接别人网格的，从这一天起算">
              {began > 0 ? (
                <>
                  <b>{began}</b> 人，自{' '}
                </>
              ) : (
                '按 '
              )}
              <DayFilter
                label="调整生效的日期"
                width={132}
                value={state.options.effectiveDay}
                still={`仍按 ${state.options.effectiveDay} 核对`}
                onChange={async (effectiveDay) => {
                  await client.imports.chooseEffectiveDay.mutate({ id, effectiveDay });
                  await refreshEverything();
                }}
              />{' '}
              {began > 0 ? '起' : '的核对'}
            </span>
          </div>
        ) : null}
        <div className="import-line">
          <span className="grey">不改动</span>
          <span className="import-wrap">
            相同 {counts.same} 人，文件中没有 {counts.gone} 人
          </span>
        </div>
        {counts.held > 0 ? (
          <Issues title={`待确认 ${counts.held} 行，确认前不写入`} issues={held} open={() => show('held')} />
        ) : null}
        <Issues title={`有错 ${counts.refused} 行，不写入`} issues={refused} open={() => show('refused')} />
        {photos ? <LeftOutPictures leftOut={photos.leftOut} /> : null}
      </div>
      <div className="foot">
        <Button
          disabled={counts.refused + counts.held === 0}
          loading={marked.running}
          onClick={() => void marked.start(async () => (await client.imports.markErrors.mutate({ id })).jobId)}
        >
          导出标错后的文件
        </Button>
        <span className="grey small">坏格标红，末列写原因</span>
      </div>
    </aside>
  );
}

/** Pictures that don't go in, each with its row and reason. */
function LeftOutPictures({ leftOut }: Pick<PhotoSummary, 'leftOut'>) {
  if (leftOut.length === 0) return null;
  return (
    <section className="import-issue-list">
      <header>
        <h2>不导入的图片 {leftOut.length} 张</h2>
      </header>
      {leftOut.slice(0, shownIssues).map(({ at, reason }, index) => (
        <div className="import-issue" key={`${at} ${index}`}>
          <span className="grey">{at}</span>
          <span className="import-wrap">{reason}</span>
        </div>
      ))}
      {leftOut.length > shownIssues ? <p className="grey">还有 {leftOut.length - shownIssues} 张</p> : null}
    </section>
  );
}

function Issues({ title, issues, open }: { title: string; issues: readonly Issue[]; open: () => void }) {
  if (issues.length === 0) return null;
  return (
    <section className="import-issue-list">
      <header>
        <h2>{title}</h2>
        <button type="button" className="link" onClick={open}>
          逐行看
        </button>
      </header>
      {issues.slice(0, shownIssues).map((issue, index) => (
        <div className="import-issue" key={`${issue.row} ${issue.field} ${index}`}>
          <span className="grey">{issue.at}</span>
          <span>
            {issue.column}
            <span className={issue.level === 'refuse' ? 'red' : ''}>{issue.value === '' ? '未填' : issue.value}</span>
          </span>
          <span className="import-issue-reason">{issue.decision === 'leaveOut' ? '已选不导入' : issue.reason}</span>
        </div>
      ))}
      {issues.length > shownIssues ? <p className="grey">还有 {issues.length - shownIssues} 处，请导出标错后的文件查看</p> : null}
    </section>
  );
}
