// 备份与恢复: where backups go and how many are kept, a backup now, and the backups there are.
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { keptBackups, type Settings, settingSchemas } from '../../../shared/settings.ts';
import { api, client, refreshEverything, told } from '../../api.ts';
import { BackupTable } from '../backups/BackupTable.tsx';
import { SetAsideTable } from '../backups/SetAsideTable.tsx';
import { RestoreFile } from '../backups/RestoreFile.tsx';
import { useChecks } from '../backups/useChecks.ts';
import { useRestore } from '../backups/useRestore.tsx';
import { instantText } from '../../ui/instantText.ts';
import { chooseFolder } from '../../native.ts';
import { CountField } from '../../ui/fields/CountField.tsx';
import { schemaRule } from '../../ui/fields/schemaRule.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { useJob } from '../../ui/useJob.ts';
import { message } from '../../ui/messages.ts';
import { useLeft } from '../../ui/useLeft.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

type Values = { folder: string; daily: boolean; keep: number };

function Rules({ present }: { present: Settings['backup'] }) {
  const [form] = Form.useForm<Values>();
  const { data: about } = useQuery(api.settings.about.queryOptions());
  const [changed, setChanged] = useState(false);
  const [saving, setSaving] = useState(false);
  const { folder, daily, keep } = present;
  useLeft(() => {
    if (changed) message.info('备份设置改了没有保存，改动没有保留');
  });
  const save = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values || saving) return;
    setSaving(true);
    try {
      await client.backups.saveSettings.mutate(values);
      setChanged(false);
      await refreshEverything();
    } catch (error) {
      form.setFields([{ name: 'folder', errors: [told(error)] }]);
    } finally {
      setSaving(false);
    }
  };
  const browse = async () => {
    const chosen = await chooseFolder?.('选择备份文件夹');
    if (!chosen) return;
    form.setFieldsValue({ folder: chosen });
    setChanged(true);
  };
  useShortcut('Ctrl+S', () => void save());
  return (
    <Form<Values>
      form={form}
      className="backup-rules"
      disabled={saving}
      colon={false}
      requiredMark={false}
      labelAlign="left"
      labelCol={{ flex: '96px' }}
      validateTrigger="onBlur"
      initialValues={{ folder: folder ?? '', daily, keep }}
      onValuesChange={() => setChanged(true)}
    >
      <Form.Item label="备份文件夹">
        <div className="backup-folder">
          <Form.Item name="folder" noStyle rules={[schemaRule(settingSchemas.backup.shape.folder)]}>
            <Input aria-label="备份文件夹" allowClear placeholder={about ? `${about.defaultBackupFolder}（默认）` : ''} />
          </Form.Item>
          {chooseFolder ? <Button onClick={() => void browse()}>选择文件夹</Button> : null}
        </div>
        <Form.Item shouldUpdate noStyle>
          {() => {
            const [error] = form.getFieldError('folder');
            return error ? (
              <div className="settings-failure" role="alert">
                {error}
              </div>
            ) : (
              <div className="grey small">最好放在另一块磁盘或移动硬盘上，这台电脑坏了也不会丢</div>
            );
          }}
        </Form.Item>
      </Form.Item>
      <div className="backup-daily">
        <Form.Item name="daily" valuePropName="checked" noStyle>
          <Checkbox>每天自动备份一次</Checkbox>
        </Form.Item>
        <span>　保留最近</span>
        <CountField
          name="keep"
          noStyle
          of={{ kind: 'count', title: '保留份数', bounds: keptBackups, required: '请填写每日备份保留几份（3 到 365）' }}
          unlabelled
          inputClass="keep-number"
        />
        <span>份每日备份</span>
        <Button disabled={!changed} loading={saving} onClick={() => void save()} title="Ctrl+S">
          保存备份设置
        </Button>
      </div>
      <div className="grey small">手动、升级前、导入前的备份不会自动删除</div>
      <Form.Item shouldUpdate noStyle>
        {() => {
          const [error] = form.getFieldError('keep');
          return error ? (
            <div className="settings-failure" role="alert">
              {error}
            </div>
          ) : null;
        }}
      </Form.Item>
    </Form>
  );
}

export function BackupTab({ settings }: { settings: Settings }) {
  const { data: state } = useQuery(api.backups.state.queryOptions());
  const { data: backups } = useQuery(api.backups.list.queryOptions());
  const { checking, check } = useChecks();
  const restore = useRestore();
  const backup = useJob(() => void refreshEverything());
  const failed = backup.end?.phase === 'failed';
  useEffect(() => {
    if (failed) void refreshEverything();
  }, [failed]);
  const running = restore.job.running ? restore.job : backup.running ? backup : null;
  const busy = running !== null || restore.preparing !== null;
  return (
    <SettingsFrame
      tab="backup"
      sub={state?.newest ? `上次备份 ${instantText(state.newest.at)}` : '还没有备份'}
      acts={
        <>
          <RestoreFile disabled={busy} onFile={restore.fromFile} />
          <Button type="primary" disabled={busy} onClick={() => void backup.start(() => client.backups.backUpNow.mutate())}>
            立即备份
          </Button>
        </>
      }
    >
      <Rules key={JSON.stringify(settings.backup)} present={settings.backup} />
      {state?.failure ? (
        <p className="settings-failure" role="alert">
          {instantText(state.failure.at)} 备份失败：{state.failure.message}
        </p>
      ) : null}
      <div className="backup-progress">
        {running ? (
          <JobProgress state={running.state} cancel={running.cancel} />
        ) : restore.preparing ? (
          <span className="grey">{restore.preparing}……</span>
        ) : (
          <>
            <h2>备份</h2>
            <span className="grey">{backups ? `共 ${backups.length} 份` : ''}</span>
          </>
        )}
      </div>
      <BackupTable
        backups={backups}
        checking={checking}
        disabled={busy}
        onCheck={(one) => void check([one])}
        onRestore={restore.fromBackup}
      />
      <SetAsideTable disabled={busy} />
    </SettingsFrame>
  );
}
