// How an office begins: who it is, its quotas, what its boards say, and the dictionaries every list chooses from.
import type { Founding } from '../../../shared/welcome.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { seedDictionaries } from '../roster/dictionaries.ts';
import { readSettings, writeSetting } from '../settings/settings.ts';

/** Why the act that founds an office is never undone. */
export const foundingLasts: Readonly<Record<string, string>> = {
  'office.found': '建立台账不能撤销。要重新开始，请用“换成正式台账”或恢复备份。',
};

export const isFounded = (office: Office): boolean => readSettings(office).office.founded !== null;

/** @throws Refusal when the office was founded before. */
export function refuseFounded(office: Office): void {
  const { founded, unit } = readSettings(office).office;
  if (founded !== null) throw new Refusal(`这份台账已于 ${founded} 建立（${unit}），不能再建一次。请刷新页面。`);
}

/** Writes an office's first settings and dictionaries inside an act. Asked again here, because drawing portraits took a while. */
export function foundInside(
  change: Change,
  settings: {
    office: Omit<Settings['office'], 'founded'>;
    quota: Settings['quota'];
    board: Partial<Settings['board']>;
  },
): void {
  refuseFounded(change.office);
  const { board } = readSettings(change.office);
  const { unit } = settings.office;
  writeSetting(change, 'office', { ...settings.office, founded: change.today });
  writeSetting(change, 'quota', settings.quota);
  writeSetting(change, 'board', { ...board, issuingUnit: unit, ...settings.board });
  seedDictionaries(change);
}

/** Founds an office with nothing in it yet. @throws Refusal when it is founded already. */
export function foundEmpty(change: Change, { quota, ...who }: Founding): void {
  change.say(`建立台账：${who.unit}`);
  foundInside(change, { office: { ...who, phone: '', demo: false }, quota, board: {} });
}
