// The lines that the options of several reports have.
import { Checkbox, Input, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ReportPreview, ReportRequest } from '../../../shared/reports.ts';
import { kindWords } from '../../../shared/roster/words.ts';
import { choicesOf } from '../../ui/choicesOf.ts';
import { message } from '../../ui/messages.ts';
import { useLeft } from '../../ui/useLeft.ts';
import { useSaysUnsettled } from '../../ui/unsettled.ts';
import { asked } from '../../../shared/reports/asked.ts';
import type { Patch } from './useReportRequest.ts';
import { Select } from '../../ui/Select.tsx';

/** What the options of a report are given. */
export type Options<Request extends ReportRequest> = {
  request: Request;
  sheet: ReportPreview;
  change: (patch: Patch<Request>) => void;
};

export const Line = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="report-line">
    <span className="label">{label}</span>
    <div>{children}</div>
  </div>
);

export function BranchesLine(props: {
  value: readonly number[] | null;
  sheet: ReportPreview;
  change: (patch: { branchIds: number[] | null }) => void;
}) {
  return (
    <Line label="社区总支">
      <Select
        aria-label="社区总支"
        mode="multiple"
        placeholder="全部"
        maxTagCount="responsive"
        value={[...(props.value ?? [])]}
        options={props.sheet.branches.map(({ id, name }) => ({ value: id, label: name }))}
        optionFilterProp="label"
        onChange={(ids: number[]) => props.change({ branchIds: ids.length > 0 ? ids : null })}
      />
    </Line>
  );
}

type Kind = 'urban' | 'rural';

export const KindLine = ({ value, change }: { value: Kind | null; change: (patch: { kind: Kind | null }) => void }) => (
  <Line label="类别">
    <Segmented<'all' | Kind>
      aria-label="类别"
      value={value ?? 'all'}
      options={[{ value: 'all', label: '全部' }, ...choicesOf(kindWords)]}
      onChange={(kind) => change({ kind: kind === 'all' ? null : kind })}
    />
  </Line>
);

export const SubtotalsLine = ({ value, change }: { value: boolean; change: (patch: { subtotals: boolean }) => void }) => (
  <Line label="小计">
    <Checkbox checked={value} onChange={({ target }) => change({ subtotals: target.checked })}>
      每个社区总支后加一行小计
    </Checkbox>
  </Line>
);

type Paper = ReportRequest['paper'];

export const PaperLine = ({ value, change }: { value: Paper; change: (patch: { paper: Paper }) => void }) => (
  <Line label="纸张">
    <Segmented<Paper>
      aria-label="纸张"
      value={value}
      options={[
        { value: 'A4', label: 'A4 横向' },
        { value: 'A3', label: 'A3 横向' },
      ]}
      onChange={(paper) => change({ paper })}
    />
  </Line>
);

export const TitleLine = (props: { value: string; shown: string; change: (patch: { title: string }) => void }) => (
  <Line label="标题">
    <TitleInput key={props.value} {...props} />
  </Line>
);

/** Taken over when the person leaves the field or presses Enter, or orders the report; empty means the report's own title. */
function TitleInput({ value, shown, change }: { value: string; shown: string; change: (patch: { title: string }) => void }) {
  const [text, setText] = useState(value);
  const fault = asked.title.safeParse(text).error?.issues[0]?.message;
  const take = (): void => {
    if (!fault && text.trim() !== value) change({ title: text.trim() });
  };
  useLeft(() => {
    if (text.trim() !== value && fault) message.info('标题没有改：' + fault);
  });
  useSaysUnsettled('标题', fault ? 'wrong' : text.trim() === value ? null : 'typing');
  return (
    <>
      <Input
        aria-label="标题"
        value={text}
        {...(fault ? { status: 'error' as const } : {})}
        placeholder={shown}
        allowClear
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take();
        }}
      />
      {fault ? (
        <div className="red small" role="alert">
          {fault}
        </div>
      ) : null}
    </>
  );
}
