// Step four: the file against the roster, in tabs that add up, with what the roster will be at the right. Nothing is written
// until the person says so here.
import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import type { PreviewSummary, PreviewTab } from '../../../shared/imports/preview.ts';
import { api, client } from '../../api.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { PageBody, PageHead } from '../../ui/Page.tsx';
import { useUnsettled } from '../../ui/unsettled.ts';
import { message } from '../../ui/messages.ts';
import { useAct } from '../../ui/useAct.tsx';
import { Abandon } from './Abandon.tsx';
import { GoneTable } from './GoneTable.tsx';
import { IssueTable } from './IssueTable.tsx';
import { tabWords } from './outcomeWords.ts';
import { PhotosLine } from './PhotosLine.tsx';
import { PreviewRail } from './PreviewRail.tsx';
import { RowsTable } from './RowsTable.tsx';
import { useMending } from './useMending.ts';
import { fileWords, type StepProps, StepLine } from './Step.tsx';

/** The tab to begin with: what waits for an answer last, what goes in first. */
const firstTab = ({ counts }: PreviewSummary): PreviewTab =>
  counts.changed > 0 && counts.new === 0
    ? 'changed'
    : counts.new > 0
      ? 'new'
      : counts.held > 0
        ? 'held'
        : counts.refused > 0
          ? 'refused'
          : 'same';

const commitWords = ({ ticked, photos }: PreviewSummary): string => {
  const pictures = photos ? photos.ticked.added + photos.ticked.replaces : 0;
  const parts = [
    ticked.new > 0 ? `新增 ${ticked.new} 人` : '',
    ticked.changed > 0 ? `变更 ${ticked.changed} 人` : '',
    ticked.additional > 0 ? `兼任 ${ticked.additional} 个网格` : '',
    pictures > 0 ? `照片 ${pictures} 张` : '',
  ].filter(Boolean);
  return parts.length === 0 ? '没有要写入的' : `写入${parts.join('、')}`;
};

export function PreviewStep({ state, job }: StepProps) {
  const { id } = state;
  const { data: summary } = useQuery(api.imports.summary.queryOptions({ id }));
  const [chosen, setChosen] = useState<PreviewTab | null>(null);
  const back = useAct(() => client.imports.goTo.mutate({ id, step: 'columns' }));
  /** 调整生效的日期 shows another day than the rows were judged by. */
  const dayDiffers = useUnsettled() !== null;
  const mending = useMending(id, state.labels);
  const tab = chosen ?? (summary ? firstTab(summary) : 'new');
  const run = (begin: () => Promise<{ jobId: string }>) => void job.start(async () => (await begin()).jobId);
  const counted = summary
    ? (['new', 'changed', 'same', 'held', 'refused'] as const).filter((name) => name !== 'held' || summary.counts.held > 0)
    : [];
  return (
    <>
      <PageHead title="导入花名册" sub={fileWords(state)}>
        <Abandon state={state} disabled={job.running} />
        <Button disabled={job.running} onClick={() => back.mutate()}>
          返回对应列
        </Button>
        <Button
          type="primary"
          disabled={
            !summary || job.running || dayDiffers || summary.ticked.new + summary.ticked.changed + summary.ticked.additional === 0
          }
          onClick={() => {
            if (mending.unsaved > 0)
              message.warning(`还有 ${mending.unsaved} 格改了没有保存。请在格内按回车保存，或按 Esc 放弃，再写入。`);
            else run(() => client.imports.commit.mutate({ id }));
          }}
        >
          {summary ? commitWords(summary) : '写入'}
        </Button>
      </PageHead>
      <StepLine at="preview" />
      <PageBody
        tab="写入后"
        rail={summary ? <PreviewRail state={state} summary={summary} show={setChosen} /> : <aside className="rail" />}
      >
        {summary ? (
          <>
            {summary.photos ? <PhotosLine id={id} photos={summary.photos} disabled={job.running} /> : null}
            <Tabs
              className="import-tabs"
              activeKey={tab}
              onChange={(key) => setChosen(key as PreviewTab)}
              items={[...counted, 'gone' as const].map((key) => ({
                key,
                label: (
                  <span className={key === 'refused' && summary.counts.refused > 0 ? 'red' : ''}>
                    {tabWords[key]} {summary.counts[key]}
                  </span>
                ),
              }))}
              tabBarExtraContent={
                <span className="grey">
                  文件 {summary.rows} 行 ＝ {counted.map((name) => summary.counts[name]).join('＋')}
                </span>
              }
            />
            {tab === 'gone' ? (
              <GoneTable id={id} />
            ) : tab === 'held' || tab === 'refused' ? (
              <IssueTable key={tab} id={id} tab={tab} labels={state.labels} count={summary.counts[tab]} mending={mending} />
            ) : (
              <RowsTable key={tab} id={id} tab={tab} state={state} summary={summary} mending={mending} />
            )}
          </>
        ) : (
          <div className="import-table" />
        )}
        {job.running ? (
          <div className="foot import-busy">
            <JobProgress state={job.state} cancel={job.cancel} />
          </div>
        ) : job.end?.phase === 'failed' ? (
          <div className="foot import-busy">
            <span className="red">没有写入。</span>
            <Button onClick={() => run(() => client.imports.judge.mutate({ id }))}>重新核对</Button>
          </div>
        ) : null}
      </PageBody>
    </>
  );
}
