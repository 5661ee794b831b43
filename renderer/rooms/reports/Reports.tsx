// 报表: a report as of a day, seen as it will go out, with what doesn't close named before it does; one button exports it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { App, Button, Segmented, Tabs } from 'antd';
import { useState } from 'react';
import { reportIds, reportNames, type ReportId } from '../../../shared/reports.ts';
import { api, client, refreshEverything, told } from '../../api.ts';
import { jobFileAddress } from '../../files.ts';
import { reveal, save } from '../../native.ts';
import { DayFilter } from '../../ui/DayFilter.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { useOffered } from '../../ui/offered.ts';
import { Empty, PageBody, PageHead } from '../../ui/Page.tsx';
import { useJob } from '../../ui/useJob.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { ReportOptions } from './ReportOptions.tsx';
import { ReportPaper } from './ReportPaper.tsx';
import './reports.css';
import { useReportRequest } from './useReportRequest.ts';

/** What went out last: its job keeps the file, and on the desktop its place is known. */
type Exported = { jobId: string; name: string; file: string | null };

export function Reports() {
  const { message } = App.useApp();
  const { data: today } = useQuery(api.today.day.queryOptions());
  const form = useReportRequest(today);
  const { request, report } = form;
  const preview = useQuery({
    ...api.reports.preview.queryOptions(request ?? skipped),
    enabled: request !== null,
    placeholderData: keepPreviousData,
  });
  const sheet = preview.data;
  const [whole, setWhole] = useState(false);
  const [exported, setExported] = useState<Exported | null>(null);
  const [name, setName] = useState('');
  /** 统计日期 shows another day than the report's. */
  const [differs, setDiffers] = useState(false);

  const take = async (jobId: string, fileName: string): Promise<void> => {
    try {
      const file = await save(jobFileAddress(jobId));
      setExported({ jobId, name: fileName, file });
    } catch (error) {
      void message.error(told(error), 8);
    }
  };
  const job = useJob((jobId) => {
    void refreshEverything();
    void take(jobId, name);
  });
  const ready =
    !differs && request !== null && sheet !== undefined && sheet.count > 0 && !preview.isPlaceholderData && !job.running;
  const start = (): void => {
    if (!ready) return;
    setExported(null);
    setName(sheet.fileName);
    void job.start(() => client.reports.start.mutate(request));
  };
  const words = sheet ? `导出 ${sheet.count} ${sheet.measure === '人' ? '人' : unitOf[report]}` : '导出';
  useShortcut('Ctrl+S', start);
  useOffered(ready ? [{ name: words, words: 'dc Excel 保存', about: reportNames[report], shortcut: 'Ctrl+S', run: start }] : []);
  useShortcut('Ctrl+P', () => {
    void message.info('请先导出，再用 Excel 或 WPS 打印：纸张、页边距、表头重复和页码都已设好。', 6);
  });

  return (
    <>
      <PageHead title="报表" sub={sheet?.fileName}>
        <Button type="primary" disabled={!ready} onClick={start}>
          {words}
        </Button>
      </PageHead>
      <div className="filters report-bar">
        <Tabs
          activeKey={report}
          items={reportIds.map((id) => ({ key: id, label: reportNames[id] }))}
          onChange={(id) => form.go({ report: id as ReportId, workers: undefined })}
        />
        <div className="right">
          {request ? (
            <DayFilter
              label="统计日期"
              prefix={<span className="label">统计日期</span>}
              width={206}
              value={request.asOf}
              still={`报表仍是 ${request.asOf} 的`}
              onChange={(day) => form.go({ asOf: day === today ? undefined : day })}
              onDiffers={setDiffers}
            />
          ) : null}
        </div>
      </div>
      <PageBody
        tab="导出选项"
        rail={request && sheet ? <ReportOptions form={form} request={request} sheet={sheet} /> : <aside className="rail" />}
      >
        {preview.error ? (
          <Empty title={told(preview.error)} />
        ) : sheet?.count === 0 ? (
          <Empty title={`${request?.asOf ?? ''} 没有可以导出的内容`}>请改选统计日期，或放宽右侧的条件。</Empty>
        ) : sheet ? (
          <ReportPaper sheet={sheet} whole={whole} />
        ) : (
          <div className="paper-frame" />
        )}
        <div className="foot">
          {job.running ? (
            <JobProgress state={job.state} cancel={job.cancel} />
          ) : exported ? (
            <Result exported={exported} again={() => void take(exported.jobId, exported.name)} />
          ) : job.state?.phase === 'cancelled' ? (
            <span>已取消，没有生成文件</span>
          ) : sheet && sheet.count > 0 ? (
            <span>
              约 {sheet.pages} 页 {request?.paper}，宽度缩放到一页（{sheet.scale}%）
            </span>
          ) : null}
          {job.running ? null : (
            <div className="right">
              <Segmented
                aria-label="预览大小"
                value={whole ? 'whole' : 'reading'}
                options={[
                  { value: 'reading', label: '看内容' },
                  { value: 'whole', label: '看整页宽' },
                ]}
                onChange={(size) => setWhole(size === 'whole')}
              />
            </div>
          )}
        </div>
      </PageBody>
    </>
  );
}

/** Asked by nobody: the query is off until the real request is known. */
const skipped = {
  report: 'roster',
  asOf: '2000-01-01',
  title: '',
  paper: 'A3',
  idStyle: 'masked',
  photo: false,
  scope: 'serving',
  branchIds: null,
  kind: null,
  workerIds: null,
} as const;

const unitOf: Readonly<Record<ReportId, string>> = { roster: '人', communities: '个村居', compounds: '个小区' };

function Result({ exported, again }: { exported: Exported; again: () => void }) {
  const { file } = exported;
  return (
    <span className="report-result" role="status">
      <b>已导出</b> {file ?? exported.name}
      {reveal && file ? (
        <button type="button" className="link" onClick={() => void reveal?.(file)}>
          打开所在文件夹
        </button>
      ) : null}
      <button type="button" className="link" onClick={again}>
        {reveal ? '另存一份' : '再次下载'}
      </button>
    </span>
  );
}
