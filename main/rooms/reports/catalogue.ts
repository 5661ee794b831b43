// The reports there are, and the frame each goes out in.
import type { ReportRequest } from '../../../shared/reports.ts';
import type { ReportId } from '../../../shared/reports/ids.ts';
import { type SheetFormat, sheetVerbs } from '../../../shared/kit/sheetFormat.ts';
import { beside } from '../../../shared/rules/text.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Office } from '../../ground/office/office.ts';
import type { Frame } from '../../ground/sheets/frame.ts';
import { communities } from './communities.ts';
import { compounds } from './compounds.ts';
import type { AskedReport, Report } from './report.ts';
import { roster } from './roster.ts';

const reports: Readonly<Record<ReportId, Report>> = { roster, communities, compounds };

/** The report that is asked for, as it was asked, in its frame. */
export function askedReport(
  request: ReportRequest,
  unit: Settings['office'],
  office: Office,
): { report: Report; asked: AskedReport; frame: Frame } {
  const report = reports[request.report];
  const asked = report.asked(request);
  const { asOf, title, paper, columns, subtotalBy } = asked;
  const frame: Frame = {
    name: report.name,
    title: title || `${unit.street}${report.name}`,
    unit: unit.unit,
    asOf,
    measure: report.measure,
    scope: asked.scope(office),
    phone: unit.phone,
    paper,
    columns,
    ...(subtotalBy === undefined ? {} : { subtotalBy }),
  };
  return { report, asked, frame };
}

/** How many rows go out. @throws Refusal where there are none, or some of the chosen ones are gone */
export function rowsToGo(asked: AskedReport, office: Office, format: SheetFormat): number {
  const count = asked.count(office);
  if (count === 0) throw new Refusal(`${asked.asOf} 没有可以${beside(sheetVerbs[format], '的内容')}，请改选统计日期或筛选条件。`);
  return count;
}
