// One out of many, found by typing. What was typed and stands for no choice stays in the field until one is chosen or Esc gives the
// chosen one back, so that it is never dropped unseen; whoever shows the field says what is wrong with it.
import { type SelectProps } from 'antd';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FieldProps } from './described.ts';
import { told } from '../../api.ts';
import { lastTouch } from '../lastTouch.ts';
import { message } from '../messages.ts';
import { type Choice, meant, type PickSource, useFound } from './picks.ts';
import { Select } from '../Select.tsx';

/** A choice as an open list shows it: its name, and at the right what tells it apart. */
const choiceLine = ({ data }: { data: Choice<string | number> }): ReactNode =>
  data.hint === undefined ? (
    data.label
  ) : (
    <span className="choice">
      <span>{data.label}</span>
      <span className="grey small">{data.hint}</span>
    </span>
  );

export type PickProps<Value extends string | number> = {
  from: PickSource<Value>;
  /** Whether it may be left empty. */
  optional?: boolean;
  placeholder?: string | undefined;
  /** What the list says where nothing is found for the words. @param take what it offers there instead */
  notFound?: ((words: string, take: (choice: Choice<Value>) => void) => ReactNode) | undefined;
};

type Props<Value extends string | number> = PickProps<Value> &
  FieldProps &
  Pick<SelectProps, 'aria-label' | 'prefix' | 'style' | 'status' | 'popupMatchSelectWidth'> & {
    value: Value | null | undefined;
    /** One that may be chosen already, so that it shows by name. */
    current?: Choice<Value> | null | undefined;
    /** What is typed and not chosen. */
    words: string;
    onWords: (words: string) => void;
    onPick: (value: Value | undefined) => void;
    /** The person has left the field, or wants it taken. */
    onSettle: () => void;
    /** Told how to take what the words stand for by themselves. */
    onReady?: (take: () => Promise<void>) => void;
  };

const isField = (target: EventTarget): target is HTMLInputElement => target instanceof HTMLInputElement;

export function PickInput<Value extends string | number>(props: Props<Value>) {
  const { from, optional, notFound, value, current, words, onWords, onPick, onSettle, onReady, ...rest } = props;
  const [open, setOpen] = useState(false);
  const [picked, setPicked] = useState<Choice<Value> | null>(null);
  const found = useFound(from, words);
  const choices = found.choices ?? [];
  const all = 'list' in from ? (from.list ?? []) : choices;
  // What is chosen keeps its name although the present question no longer finds it.
  const chosen = [picked, current, ...all].find((choice) => choice?.value === value);
  const kept = chosen ?? current;
  const options = kept && words === '' && !choices.some((choice) => choice.value === kept.value) ? [kept, ...choices] : choices;

  const standing = useRef<{ words: string; take: (choice: Choice<Value>) => void }>({ words, take: () => undefined });
  const take = (choice: Choice<Value>): void => {
    // At once, so that Enter and leaving the field right after it don't take it twice.
    standing.current.words = '';
    setPicked(choice);
    setOpen(false);
    onWords('');
    if (choice.value !== value) onPick(choice.value);
  };
  useEffect(() => {
    standing.current = { words, take };
  });
  const takeMeant = async (only: boolean): Promise<void> => {
    if (words.trim() === '') return onWords('');
    // It would lie over what is said of the words.
    setOpen(false);
    const choice = meant(words, found.now ?? (await found.later()), only);
    // Typed on meanwhile, the words stand for something else.
    if (choice && standing.current.words === words) standing.current.take(choice);
  };
  const settle = async (only: boolean): Promise<void> => {
    try {
      if (words !== '') await takeMeant(only);
    } catch (error) {
      message.error(told(error), 6);
    }
    onSettle();
  };
  useEffect(() => onReady?.(() => takeMeant(false)));
  const frame = useRef<HTMLDivElement>(null);
  // antd's cross would be a stop for Tab that nobody sees; Delete does the same.
  useEffect(() => frame.current?.querySelector('.ant-select-clear')?.setAttribute('tabindex', '-1'));
  // A draft may bring back words that nobody had left yet.
  useEffect(() => {
    if (words !== '' && !frame.current?.contains(document.activeElement)) onSettle();
    // oxlint-disable-next-line react/exhaustive-deps -- when words come, not when the person leaves them
  }, [words]);

  const clear = (): void => {
    onWords('');
    onPick(undefined);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!isField(event.target) || event.nativeEvent.isComposing) return;
    if (event.key === 'Delete' && words === '' && optional) {
      clear();
    } else if (event.key === 'Escape' && words !== '') {
      onWords('');
      // The form stays, and the list, which gets the key too, closes.
      event.preventDefault();
    } else if (event.key === 'Enter' && words.trim() !== '' && !event.ctrlKey) {
      // Of several the list takes the one it stands at, for as long as they are those of these words.
      if (open && found.now !== null && found.now.length > 1 && !meant(words, found.now, true)) return;
      event.preventDefault();
      event.stopPropagation();
      void settle(true);
    }
  };
  const unfound = (): ReactNode => {
    if (found.error) return told(found.error);
    if (found.now === null) return '正在查找';
    return notFound ? notFound(words.trim(), take) : '没有找到';
  };
  const onBlur = ({ target }: FocusEvent): void => {
    if (isField(target)) void settle(lastTouch() === 'Tab' || lastTouch() === 'Enter');
  };
  return (
    <div
      ref={frame}
      className="pick"
      onInput={({ target }) => {
        if (isField(target)) onWords(target.value);
      }}
      onKeyDownCapture={onKey}
      onBlur={onBlur}
    >
      <Select<{ value: Value; label: string }, Choice<Value>>
        {...rest}
        labelInValue
        allowClear={optional === true}
        value={chosen ?? (value === null || value === undefined ? null : { value, label: `${value}` })}
        options={[...options]}
        open={open}
        onOpenChange={setOpen}
        showSearch={{ filterOption: false, searchValue: words }}
        notFoundContent={unfound()}
        optionRender={({ data }) => choiceLine({ data })}
        onSelect={(_, choice) => take(choice)}
        onClear={clear}
      />
    </div>
  );
}
