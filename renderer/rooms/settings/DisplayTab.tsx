// 显示: 大字, at once for this office.
import { Radio } from 'antd';
import type { Settings } from '../../../shared/settings.ts';
import { client } from '../../api.ts';
import { useAct } from '../../ui/useAct.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';

export function DisplayTab({ settings }: { settings: Settings }) {
  const save = useAct((large: boolean) => client.settings.saveDisplay.mutate({ large }));
  return (
    <SettingsFrame tab="display">
      <h2>字的大小</h2>
      <Radio.Group
        className="settings-radios"
        aria-label="字的大小"
        value={save.isPending ? save.variables : settings.display.large}
        onChange={(event) => save.mutate(event.target.value as boolean)}
        options={[
          { value: false, label: '标准' },
          { value: true, label: '大字（适合视力不好的同事，列表显示的行数会少一些）' },
        ]}
      />
    </SettingsFrame>
  );
}
