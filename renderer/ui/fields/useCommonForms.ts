// What is kept of a text is shown where it was typed: when the field is left, a character in another form than the common one and marks
// that nobody sees are changed in it, and it says so.
import { Form } from 'antd';
import { useState } from 'react';
import { typedChange, typedText } from '../../../shared/rules/text.ts';

/** @returns what to call when the field is left, and what is to be told under it, for the form's item */
export function useCommonForms(name: string): { leave: () => void; told: { extra?: string } } {
  const form = Form.useFormInstance();
  const [change, setChange] = useState<string | null>(null);
  const leave = (): void => {
    const typed: unknown = form.getFieldValue(name);
    if (typeof typed !== 'string') return;
    const told = typedChange(typed);
    if (told !== null) form.setFieldValue(name, typedText(typed));
    // What was told stands until the field is left with something else.
    setChange((before) => told ?? (typed === '' ? null : before));
  };
  return { leave, told: change === null ? {} : { extra: change } };
}
