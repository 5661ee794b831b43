// The reports there are, and the frame each goes out in.
import type { ReportId, ReportRequest } from '../../../shared/reports.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Frame } from '../../ground/sheets/frame.ts';
import { communities } from './communities.ts';
import { compounds } from './compounds.ts';
import type { Report } from './report.ts';
import { roster } from './roster.ts';

const reports: Readonly<Record<ReportId, Report>> = { roster, communities, compounds };

export const reportNamed = (id: ReportId): Report => reports[id];

export function frameOf(report: Report, request: ReportRequest, office: Settings['office']): Frame {
  return {
    name: report.name,
    title: request.title || `${office.street}${report.name}`,
    unit: office.unit,
    asOf: request.asOf,
    measure: report.measure,
    phone: office.phone,
    paper: request.paper,
    columns: report.columns(request),
  };
}
