// Reading and changing the office's settings. A setting never written reads as a new office's.
import { newOfficeSettings, type SettingName, type Settings, settingSchemas } from '../../../shared/settings.ts';
import type { Change, Office } from '../../ground/office/office.ts';

export function readSetting<Name extends SettingName>(office: Office, name: Name): Settings[Name] {
  const value = office.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck().get(name);
  if (value === undefined) return newOfficeSettings[name];
  // Fields that a later program added read as a new office's until they are saved.
  return settingSchemas[name].parse({ ...newOfficeSettings[name], ...(JSON.parse(value) as object) }) as Settings[Name];
}

export function readSettings(office: Office): Settings {
  return {
    office: readSetting(office, 'office'),
    quota: readSetting(office, 'quota'),
    board: readSetting(office, 'board'),
    backup: readSetting(office, 'backup'),
    display: readSetting(office, 'display'),
  };
}

/** Writes a setting inside an act. */
export function writeSetting<Name extends SettingName>(change: Change, name: Name, value: Settings[Name]): void {
  const json = JSON.stringify(settingSchemas[name].parse(value));
  const id = change.office.prepare<[string], number>('SELECT id FROM setting WHERE name = ?').pluck().get(name);
  if (id === undefined) change.insert('setting', { name, value: json });
  else change.update('setting', id, { value: json });
}
