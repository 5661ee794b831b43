// What the screen asks for: the address says which report, day and people; how it goes out (paper, ID style, photo, title) comes
// back as it was last chosen for that report; what it is narrowed to belongs to the moment.
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { reportParameters, type ReportRequest, reportRequestSchema } from '../../../shared/reports.ts';
import type { ReportId } from '../../../shared/reports/ids.ts';
import { idsIn } from '../../ui/linkAtoms.ts';
import { usePreference } from '../../ui/usePreference.ts';
import { useAddress } from '../../ui/useAddress.ts';
import { type ReportsSearch, reportsLink } from './links.ts';

/** Some parameters of one report. */
export type Patch<Request extends ReportRequest = ReportRequest> = Request extends ReportRequest ? Partial<Request> : never;

export type RequestForm = {
  /** Null until the remembered options and the day are known. */
  request: ReportRequest | null;
  report: ReportId;
  go: (search: ReportsSearch) => void;
  change: (patch: Patch) => void;
};

/** What of it a report keeps for the next time: not whole ID numbers, nor what an earlier program kept and this one doesn't know. */
const lastingOf = ({ shape }: { shape: Readonly<Record<string, z.ZodType>> }, said: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(said ?? {}).filter(([key, value]) => shape[key]?.safeParse(value).success));

/** @param today the office's day, undefined until it is known */
export function useReportRequest(today: string | undefined): RequestForm {
  const search = useAddress('/reports');
  const navigate = useNavigate();
  const report = search.report ?? 'roster';
  const [remembered, keep] = usePreference(`reports:${report}`);
  const [moments, setMoments] = useState<Partial<Record<ReportId, Patch>>>({});
  const { kept, first } = reportParameters[report];
  const options = useMemo(() => lastingOf(kept, remembered), [kept, remembered]);
  const asOf = search.asOf ?? today;
  const moment = moments[report];
  const request = useMemo((): ReportRequest | null => {
    if (remembered === undefined || asOf === undefined) return null;
    const workerIds = search.workers === undefined ? null : idsIn(search.workers);
    // A report without people of its own leaves them aside.
    return reportRequestSchema.parse({ ...first, ...options, ...moment, asOf, workerIds });
  }, [remembered, asOf, first, options, moment, search.workers]);
  return {
    request,
    report,
    go: (patch) => void navigate({ ...reportsLink({ ...search, ...patch }), replace: true }),
    change: (patch) => {
      setMoments((present) => ({ ...present, [report]: { ...present[report], ...patch } }));
      const lasting = lastingOf(kept, patch);
      if (Object.keys(lasting).length > 0) keep({ ...kept.parse({ ...first, ...options }), ...lasting });
    },
  };
}
