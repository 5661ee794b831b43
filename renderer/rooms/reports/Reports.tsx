// 报表: a report as of a day, seen as it will go out, with what doesn't close named before it does; exported as a workbook, or
// printed.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Tabs } from 'antd';
import { useState } from 'react';
import { reportParameters, type ReportRequest } from '../../../shared/reports.ts';
import { type ReportId, reportIds } from '../../../shared/reports/ids.ts';
import { api, client, told } from '../../api.ts';
import { hintOf, offeredOf } from '../../ui/act.ts';
import { DayFilter } from '../../ui/day/DayFilter.tsx';
import { useSheet } from '../../ui/sheet/useSheet.tsx';
import { useOffered } from '../../ui/offered.ts';
import { Empty, PageBody, PageHead } from '../../ui/Page.tsx';
import { State } from '../../ui/State.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { ReportOptions } from './ReportOptions.tsx';
import { ReportPaper } from './ReportPaper.tsx';
import './reports.css';
import { useReportRequest } from './useReportRequest.ts';

export function Reports() {
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
  const out = useSheet(
    (format) => {
      if (!request) throw new Error('a report goes out before it is known');
      return client.reports.start.mutate({ request, format });
    },
    {
      name: reportParameters[report].name,
      words: sheet ? `${sheet.count} ${sheet.measure === '人' ? '人' : unitOf[report]}` : '',
      short: '',
      subject: report,
      count: sheet?.count ?? 0,
      hindrance: preview.error ? '预览没有出来' : undefined,
      shown: request !== null && sheet !== undefined && !preview.isPlaceholderData,
    },
  );
  const offers = out.offers.map((offer) => (offer.name === 'xlsx' ? { ...offer, shortcut: 'Ctrl+S' } : offer));
  const [exporting, printing] = offers;
  useShortcut('Ctrl+S', () => exporting?.run());
  useOffered(offeredOf(offers, reportParameters[report].name));

  return (
    <>
      <PageHead title="报表" sub={sheet?.fileName}>
        {[printing, exporting].map((offer) =>
          offer ? (
            <Button
              key={offer.name}
              {...(offer === exporting ? { type: 'primary' } : {})}
              disabled={offer.hindrance !== undefined}
              title={hintOf(offer)}
              onClick={offer.run}
            >
              {offer.words}
            </Button>
          ) : null,
        )}
      </PageHead>
      <div className="filters report-bar">
        <Tabs
          activeKey={report}
          items={reportIds.map((id) => ({ key: id, label: reportParameters[id].name }))}
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
            />
          ) : null}
        </div>
      </div>
      <PageBody
        tab="导出选项"
        waiting={sheet?.gaps.length ?? 0}
        rail={request && sheet ? <ReportOptions form={form} request={request} sheet={sheet} /> : <aside className="rail" />}
      >
        {preview.error ? (
          <Empty title={told(preview.error)}>
            {request?.report === 'roster' && request.workerIds ? (
              <Button onClick={() => form.go({ workers: undefined })}>改为全部</Button>
            ) : null}
          </Empty>
        ) : sheet?.count === 0 ? (
          <Empty title={`${request?.asOf ?? ''} 没有可以导出的内容`}>请改选统计日期，或放宽右侧的条件。</Empty>
        ) : sheet ? (
          <ReportPaper sheet={sheet} whole={whole} />
        ) : (
          <div className="paper-frame" />
        )}
        {out.line}
        <div className="foot">
          {sheet && sheet.count > 0 ? (
            <span>
              约 {sheet.pages} 页 {request?.paper}，宽度缩放到一页（{sheet.scale}%）
            </span>
          ) : null}
          {request?.report === 'roster' && request.idStyle === 'full' ? <State kind="warn">含完整身份证号</State> : null}
          {request && today !== undefined && request.asOf > today ? (
            <State kind="warn">将来的日期，按已登记的变动推算</State>
          ) : null}
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
        </div>
      </PageBody>
    </>
  );
}

/** Asked by nobody: the query is off until the real request is known. */
const skipped: ReportRequest = { ...reportParameters.roster.first, asOf: '2000-01-01' };

const unitOf: Readonly<Record<ReportId, string>> = { roster: '人', communities: '个村居', compounds: '个小区' };
