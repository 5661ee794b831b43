// A part of 设置 that is a form. Ctrl+S saves, Enter goes to the next field, what was typed is kept as a draft when the person goes elsewhere, an error stands
// at its field, and a change made elsewhere (撤销) shows as long as nothing was typed here.
import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { refreshEverything, told } from '../../api.ts';
import { walkOn } from '../../ui/fieldWalk.ts';
import { keptWords, useDraft } from '../../ui/useDraft.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import type { SettingTab } from './tabs.ts';
import { message } from '../../ui/messages.ts';

export type SettingsFormProps<Values extends object> = {
  tab: SettingTab;
  form: FormInstance<Values>;
  /** As the office has it now. */
  present: Values;
  /** The button: 保存单位信息. */
  saveText: string;
  onSave: (values: Values) => Promise<unknown>;
  side?: ReactNode;
  sideTitle?: string | undefined;
  children: ReactNode;
};

export function SettingsForm<Values extends object>(props: SettingsFormProps<Values>) {
  const { tab, form, present, saveText, onSave, side, sideTitle, children } = props;
  const draft = useDraft(`settings.${tab}`);
  const [changed, setChanged] = useState(false);
  const [restored, setRestored] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const shown = JSON.stringify(present);

  const before = useRef(shown);
  const kept = useRef(present);
  useEffect(() => {
    kept.current = present;
  });

  const draftRead = draft.kept !== undefined;
  useEffect(() => {
    if (!draft.kept) return;
    form.setFieldsValue(draft.kept);
    setRestored(true);
    setChanged(true);
    // oxlint-disable-next-line react/exhaustive-deps -- only once, when the draft has been read
  }, [draftRead]);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (!changed) form.setFieldsValue(JSON.parse(shown) as Parameters<typeof form.setFieldsValue>[0]);
    // oxlint-disable-next-line react/exhaustive-deps -- when the office's own values change, not when the typing begins
  }, [shown]);
  const leaving = useRef(false);
  useEffect(() => {
    leaving.current = changed;
  }, [changed]);
  useEffect(
    () => () => {
      if (leaving.current) message.info(keptWords(null));
    },
    [],
  );

  const save = async () => {
    if (saving) return;
    setFailure(null);
    const values = await form.validateFields().catch(() => null);
    if (!values) {
      frame.current?.querySelector<HTMLElement>('.ant-form-item-has-error :is(input, textarea)')?.focus();
      return;
    }
    setSaving(true);
    const held = () => JSON.stringify(form.getFieldsValue(true));
    const sent = held();
    try {
      await onSave(form.getFieldsValue(true) as Values);
      // What was typed meanwhile stays, and is still to be saved.
      if (held() === sent) {
        draft.drop();
        setChanged(false);
        setRestored(false);
      }
      await refreshEverything();
      // As it is kept now: a code without the blanks it was typed with.
      if (held() === sent) form.setFieldsValue(kept.current);
    } catch (error) {
      setFailure(told(error));
    } finally {
      setSaving(false);
    }
  };
  const giveUp = () => {
    draft.drop();
    form.resetFields();
    form.setFieldsValue(present);
    setChanged(false);
    setRestored(false);
    setFailure(null);
  };
  useShortcut('Ctrl+S', () => void save());

  return (
    <SettingsFrame
      tab={tab}
      side={side}
      sideTitle={sideTitle}
      acts={
        <>
          <Button disabled={!changed || saving} onClick={giveUp}>
            放弃修改
          </Button>
          <Button type="primary" disabled={!changed} loading={saving} title="Ctrl+S" onClick={() => void save()}>
            {saveText}
          </Button>
        </>
      }
    >
      <div ref={frame} onKeyDownCapture={walkOn}>
        {restored ? <p className="settings-note">已恢复上次没有保存的内容，请核对后保存，或放弃修改。</p> : null}
        {failure ? (
          <p className="settings-failure" role="alert">
            {failure}
          </p>
        ) : null}
        <Form<Values>
          form={form}
          className="settings-form"
          labelAlign="left"
          colon={false}
          requiredMark={false}
          labelCol={{ flex: '132px' }}
          validateTrigger="onBlur"
          initialValues={present}
          onValuesChange={() => {
            setChanged(true);
            draft.keep(form.getFieldsValue(true) as Values);
          }}
        >
          {children}
        </Form>
      </div>
    </SettingsFrame>
  );
}
