// The people a photo may belong to, as the window shows them, and until when what was read of them holds.
import type { BatchPerson } from '../../../shared/photos.ts';
import { newestAct } from '../../ground/audit/acts.ts';
import type { Office } from '../../ground/office/office.ts';
import { findStandingWorkers, type StandingWorker } from '../roster/standing.ts';

/** Changes whenever people or places may read otherwise: a day begins, or something is written. */
export const ledgerMark = (office: Office): string => `${office.clock.today()} ${newestAct(office)}`;

/** Up to 20 people by name, pinyin initials or the beginning of a mobile, as of today. */
export const findPeople = (office: Office, text: string): BatchPerson[] => findStandingWorkers(office, text).map(batchPerson);

export const batchPerson = ({ id, name, mobile, place, photoHash }: StandingWorker): BatchPerson => ({
  id,
  name,
  mobile,
  place,
  hasPhoto: photoHash !== null,
});
