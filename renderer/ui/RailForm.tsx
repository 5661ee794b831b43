// A form in the rail. Ctrl+S saves, Enter goes to the next field (never while pinyin is being composed), what was typed is kept
// as a draft until it is saved or given up, and an error stands at its field.
import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { told } from '../api.ts';
import { DetailRail } from './DetailRail.tsx';
import { fields, walkOn } from './fieldWalk.ts';
import { keptWords, useDraft } from './useDraft.ts';
import { useLeft } from './useLeft.ts';
import { useShortcut } from './useShortcut.ts';
import { message } from './messages.ts';

export type RailFormProps<Values extends object> = {
  title: string;
  /** What the draft is kept under: 新增 and each row have their own. */
  draft: string;
  /** What the draft leaves out: personal numbers are kept only by saving; `told` says so when the draft comes back, `title` on leaving. */
  unkept?: { fields: readonly (keyof Values & string)[]; title: string; told: string };
  initial: Partial<Values>;
  form: FormInstance<Values>;
  /** The button: verb and object, 保存资料. */
  saveText: string;
  /** Rejects with the server's Chinese words, which are shown above the buttons. */
  onSave: (values: Values) => Promise<void>;
  onClose: () => void;
  children: ReactNode;
};

type Invalid = { outOfDate?: boolean; errorFields?: readonly unknown[] };
const wasOvertaken = (error: unknown): boolean => {
  const { outOfDate, errorFields } = error as Invalid;
  return outOfDate === true && errorFields?.length === 0;
};

/** The form's values, or null where a field is wrong. A check that a later one of a single field overtook is made again. */
async function checked<Values>(form: FormInstance<Values>): Promise<Values | null> {
  try {
    return await form.validateFields();
  } catch (error) {
    return wasOvertaken(error) ? checked(form) : null;
  }
}

export function RailForm<Values extends object>(props: RailFormProps<Values>) {
  const { title, draft: draftName, unkept, initial, form, saveText, onSave, onClose, children } = props;
  const draft = useDraft(draftName);
  const [saving, setSaving] = useState(false);
  const [restored, setRestored] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  /** What whoever leaves the form is told; null where there is nothing to tell. */
  const leaving = useRef<string | null>(null);
  const gone = useLeft(() => {
    if (leaving.current !== null) message.info(leaving.current);
  });
  const loaded = draft.kept !== undefined;
  const [wasLoaded, setWasLoaded] = useState(false);
  if (loaded && !wasLoaded) {
    setWasLoaded(true);
    setRestored(draft.kept !== null);
  }
  useEffect(() => {
    if (!wasLoaded) return;
    if (draft.kept) leaving.current ??= keptWords(null);
    form.setFieldsValue(draft.kept ?? {});
    // Whoever was quicker than the draft keeps the field they are in.
    if (!frame.current?.contains(document.activeElement)) frame.current?.querySelector<HTMLElement>(fields)?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- only once, when the draft has been read
  }, [wasLoaded]);

  const save = async () => {
    if (saving) return;
    setFailure(null);
    const values = await checked(form);
    if (!values) {
      const wrong = frame.current?.querySelector<HTMLElement>(
        '.ant-form-item-has-error input, .ant-form-item-has-error textarea',
      );
      wrong?.focus();
      return;
    }
    setSaving(true);
    // It closes by itself, once it has been saved.
    const unsaved = leaving.current;
    leaving.current = null;
    const held = () => JSON.stringify(form.getFieldsValue(true));
    const sent = held();
    try {
      await onSave(values);
      // What was typed meanwhile is kept, and has been told to be.
      if (held() === sent) draft.drop();
    } catch (error) {
      leaving.current ??= unsaved;
      if (gone.current) message.error(told(error), 6);
      else setFailure(told(error));
    } finally {
      setSaving(false);
    }
  };
  // Below a long form it would not be seen.
  const shownFailure = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    shownFailure.current?.scrollIntoView({ block: 'nearest' });
  }, [failure]);
  const giveUp = () => {
    leaving.current = null;
    draft.drop();
    onClose();
  };
  useShortcut('Ctrl+S', () => void save());

  return (
    <DetailRail
      label={title}
      onClose={onClose}
      foot={
        <>
          <Button type="primary" loading={saving} onClick={() => void save()} title="Ctrl+S">
            {saveText}
          </Button>
          <Button onClick={giveUp}>放弃</Button>
          <span className="right small">Ctrl+S 保存</span>
        </>
      }
    >
      <div ref={frame} onKeyDownCapture={walkOn}>
        <h2 className="rail-title">{title}</h2>
        {restored ? (
          <p className="rail-note">
            已恢复上次没有保存的内容。{unkept?.told}
            <button
              type="button"
              className="link"
              onClick={() => {
                leaving.current = null;
                draft.drop();
                setRestored(false);
                form.resetFields();
              }}
            >
              不要了，重新填
            </button>
          </p>
        ) : null}
        <Form<Values>
          form={form}
          layout="vertical"
          className="rail-form"
          requiredMark={false}
          initialValues={initial}
          validateTrigger="onBlur"
          onValuesChange={() => {
            setFailure(null);
            const left: readonly string[] = unkept?.fields ?? [];
            // With what doesn't show just now: it comes back when it does.
            const entries = Object.entries(form.getFieldsValue(true) as Values);
            const lost = unkept !== undefined && entries.some(([field, value]) => left.includes(field) && Boolean(value));
            leaving.current = keptWords(lost ? unkept.title : null);
            draft.keep(Object.fromEntries(entries.filter(([field]) => !left.includes(field))));
          }}
        >
          {children}
        </Form>
        {failure ? (
          <p className="rail-failure" role="alert" ref={shownFailure}>
            {failure}
          </p>
        ) : null}
      </div>
    </DetailRail>
  );
}
