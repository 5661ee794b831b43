// Beside the preview: what doesn't close, as links to the rows behind it, and how the report goes out.
import { Link } from '@tanstack/react-router';
import { Checkbox, Input, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ReportGap, ReportPreview, ReportRequest } from '../../../shared/reports.ts';
import { gridsLink, gridsSearch, placesLink, placesSearch, workersLink, workersSearch } from '../roster/links.ts';
import { kindWords } from '../../../shared/roster/words.ts';
import { choicesOf } from '../../ui/choicesOf.ts';
import { State } from '../../ui/State.tsx';
import type { RequestForm } from './useReportRequest.ts';

export function ReportOptions({ form, request, sheet }: { form: RequestForm; request: ReportRequest; sheet: ReportPreview }) {
  return (
    <aside className="rail" aria-label="导出选项">
      <div className="rail-body">
        {sheet.count > 0 || sheet.gaps.length > 0 ? <Gaps gaps={sheet.gaps} /> : null}
        <h2>导出哪些</h2>
        <Coverage form={form} request={request} sheet={sheet} />
        <h2>怎样导出</h2>
        <Appearance form={form} request={request} sheet={sheet} />
      </div>
    </aside>
  );
}

function Gaps({ gaps }: { gaps: readonly ReportGap[] }) {
  return (
    <>
      <h2>导出前核对</h2>
      <ul className="report-gaps">
        {gaps.map((gap) => (
          <li key={gap.text}>
            <State kind={gap.weight === 'wrong' ? 'bad' : 'warn'}>
              <GapLink gap={gap} />
            </State>
          </li>
        ))}
        {gaps.length === 0 ? (
          <li>
            <State kind="ok">数据齐全</State>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function GapLink({ gap: { text, count, screen, search } }: { gap: ReportGap }) {
  const words = `${text} ${count}`;
  if (screen === 'workers') return <Link {...workersLink(workersSearch.parse(search))}>{words}</Link>;
  if (screen === 'grids') return <Link {...gridsLink(gridsSearch.parse(search))}>{words}</Link>;
  return <Link {...placesLink(placesSearch.parse(search))}>{words}</Link>;
}

type Part = { form: RequestForm; request: ReportRequest; sheet: ReportPreview };

const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="report-line">
    <span className="label">{label}</span>
    <div>{children}</div>
  </div>
);

function Coverage({ form, request, sheet }: Part) {
  if (request.workerIds)
    return (
      <p className="report-note">
        只导出在网格员列表中选定的 {request.workerIds.length} 人。
        <button type="button" className="link" onClick={() => form.go({ workers: undefined })}>
          改为全部
        </button>
      </p>
    );
  return (
    <>
      <Line label="社区总支">
        <Select
          aria-label="社区总支"
          mode="multiple"
          placeholder="全部"
          maxTagCount="responsive"
          value={request.branchIds ?? []}
          options={sheet.branches.map(({ id, name }) => ({ value: id, label: name }))}
          optionFilterProp="label"
          onChange={(ids: number[]) => form.narrow({ branchIds: ids.length > 0 ? ids : null })}
        />
      </Line>
      {request.report === 'compounds' ? null : (
        <Line label="类别">
          <Segmented<'all' | 'urban' | 'rural'>
            aria-label="类别"
            value={request.kind ?? 'all'}
            options={[{ value: 'all', label: '全部' }, ...choicesOf(kindWords)]}
            onChange={(kind) => form.narrow({ kind: kind === 'all' ? null : kind })}
          />
        </Line>
      )}
      {request.report === 'roster' ? (
        <Line label="人员">
          <Segmented<ReportRequest['scope']>
            aria-label="人员"
            value={request.scope}
            options={[
              { value: 'serving', label: '当日在岗' },
              { value: 'everyone', label: '含已离岗、未上岗' },
            ]}
            onChange={(scope) => form.narrow({ scope })}
          />
        </Line>
      ) : null}
    </>
  );
}

function Appearance({ form, request, sheet }: Part) {
  return (
    <>
      {request.report === 'roster' ? (
        <>
          <Line label="身份证号">
            <Segmented<ReportRequest['idStyle']>
              aria-label="身份证号"
              value={request.idStyle}
              options={[
                { value: 'full', label: '完整 18 位' },
                { value: 'masked', label: '隐去中段' },
                { value: 'omitted', label: '不含' },
              ]}
              onChange={(idStyle) => form.choose({ idStyle })}
            />
          </Line>
          {request.idStyle === 'full' ? (
            <p className="report-note">文件中为完整号码，导出会记入操作记录；预览只显示前六位和后四位。</p>
          ) : null}
          <Line label="照片">
            <Checkbox checked={request.photo} onChange={(event) => form.choose({ photo: event.target.checked })}>
              在“备注”前加照片
            </Checkbox>
          </Line>
        </>
      ) : null}
      <Line label="纸张">
        <Segmented<ReportRequest['paper']>
          aria-label="纸张"
          value={request.paper}
          options={[
            { value: 'A4', label: 'A4 横向' },
            { value: 'A3', label: 'A3 横向' },
          ]}
          onChange={(paper) => form.choose({ paper })}
        />
      </Line>
      <Line label="标题">
        <TitleInput key={`${request.report}${request.title}`} request={request} shown={sheet.title} form={form} />
      </Line>
    </>
  );
}

/** Taken over when the person leaves the field or presses Enter; empty means the report's own title. */
function TitleInput({ request, shown, form }: { request: ReportRequest; shown: string; form: RequestForm }) {
  const [text, setText] = useState(request.title);
  const take = (): void => {
    if (text.trim() !== request.title) form.choose({ title: text.trim() });
  };
  return (
    <Input
      aria-label="标题"
      value={text}
      maxLength={60}
      placeholder={shown}
      allowClear
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take();
      }}
    />
  );
}
