// Beside the preview: what doesn't close, as links to the rows behind it, and the report's own parameters.
import { Link } from '@tanstack/react-router';
import type { ReportGap, ReportPreview, ReportRequest } from '../../../shared/reports.ts';
import { State } from '../../ui/State.tsx';
import { gridsLink, gridsSearch, placesLink, placesSearch, workersLink, workersSearch } from '../roster/links.ts';
import { CommunitiesOptions } from './CommunitiesOptions.tsx';
import { CompoundsOptions } from './CompoundsOptions.tsx';
import { RosterOptions } from './RosterOptions.tsx';
import type { RequestForm } from './useReportRequest.ts';

type Asked = { request: ReportRequest; sheet: ReportPreview };

export function ReportOptions({ form, request, sheet }: Asked & { form: RequestForm }) {
  return (
    <aside className="rail" aria-label="导出选项">
      <div className="rail-body">
        {sheet.count > 0 || sheet.gaps.length > 0 ? <Gaps gaps={sheet.gaps} /> : null}
        <OwnOptions form={form} request={request} sheet={sheet} />
      </div>
    </aside>
  );
}

/** A report without options of its own doesn't compile. */
function OwnOptions({ form, request, sheet }: Asked & { form: RequestForm }) {
  const whole = () => form.go({ workers: undefined });
  if (request.report === 'roster') return <RosterOptions request={request} sheet={sheet} change={form.change} whole={whole} />;
  if (request.report === 'communities') return <CommunitiesOptions request={request} sheet={sheet} change={form.change} />;
  return <CompoundsOptions request={request} sheet={sheet} change={form.change} />;
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
  if (screen === 'workers') return <Link {...workersLink(workersSearch(search))}>{words}</Link>;
  if (screen === 'grids') return <Link {...gridsLink(gridsSearch(search))}>{words}</Link>;
  return <Link {...placesLink(placesSearch(search))}>{words}</Link>;
}
