// What the screen asks for: the address says which report, day and people; how it goes out (paper, ID style, photo, title) comes
// back as it was last chosen for that report; what it is narrowed to belongs to the moment.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import {
  firstOptions,
  type ReportId,
  type ReportOptions,
  reportOptionsSchema,
  type ReportRequest,
} from '../../../shared/reports.ts';
import { usePreference } from '../../ui/usePreference.ts';
import { type ReportsSearch, reportsLink } from './links.ts';

export type Narrowing = Pick<ReportRequest, 'scope' | 'branchIds' | 'kind'>;
const whole: Narrowing = { scope: 'serving', branchIds: null, kind: null };

export type RequestForm = {
  /** Null until the remembered options and the day are known. */
  request: ReportRequest | null;
  report: ReportId;
  go: (search: ReportsSearch) => void;
  choose: (options: Partial<ReportOptions>) => void;
  narrow: (narrowing: Partial<Narrowing>) => void;
};

/** @param today the office's day, undefined until it is known */
export function useReportRequest(today: string | undefined): RequestForm {
  const search = useSearch({ from: '/framed/reports' });
  const navigate = useNavigate();
  const report = search.report ?? 'roster';
  const [remembered, keep] = usePreference(`reports:${report}`);
  const [narrowing, setNarrowing] = useState<Narrowing>(whole);
  const kept = reportOptionsSchema.safeParse(remembered);
  const options = kept.success ? kept.data : firstOptions[report];
  const asOf = search.asOf ?? today;
  const request: ReportRequest | null =
    remembered === undefined || asOf === undefined
      ? null
      : {
          report,
          asOf,
          ...options,
          ...narrowing,
          workerIds: report === 'roster' && search.workers ? search.workers.split(',').map(Number) : null,
        };
  return {
    request,
    report,
    go: (patch) => void navigate({ ...reportsLink({ ...search, ...patch }), replace: true }),
    choose: (patch) => keep({ ...options, ...patch }),
    narrow: (patch) => setNarrowing((present) => ({ ...present, ...patch })),
  };
}
