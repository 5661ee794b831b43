// One key combination for as long as a screen shows it. Keys typed into an input method's own window never count.
import { createContext, use, useEffect, useRef } from 'react';

/** `Ctrl+S`, `F2`, `Escape`: as KeyboardEvent.key names it, letters in capitals. */
export type Combination = string;

export const combinationOf = (event: KeyboardEvent): Combination =>
  [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey && event.key.length > 1 ? 'Shift+' : '',
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ].join('');

/** True in what is folded away: its keys wait until it is seen. */
export const RestingContext = createContext(false);

type Ways = {
  enabled?: boolean;
  /** False: the key is left to a text field that has the focus. */
  whileTyping?: boolean;
  /** False: the key is left to text that is marked with the mouse. */
  whileMarked?: boolean;
  /** Every other answer comes first, in whatever order they were shown. */
  last?: boolean;
};

/** Runs `act` on the combination; what was shown last answers first and keeps the key from the others. */
export function useShortcut(combination: Combination, act: () => void, ways: Ways = {}): void {
  const { enabled = true, whileTyping = true, whileMarked = true, last = false } = ways;
  const latest = useRef(act);
  const answers = !use(RestingContext) && enabled;
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!answers) return undefined;
    const layer: Layer = { combination, whileTyping, whileMarked, act: () => latest.current() };
    if (last) layers.unshift(layer);
    else layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [combination, answers, whileTyping, whileMarked, last]);
}

type Layer = { combination: Combination; whileTyping: boolean; whileMarked: boolean; act: () => void };
const layers: Layer[] = [];

const isTyping = (): boolean =>
  document.activeElement?.matches('input:not([type=checkbox]), textarea, [contenteditable]') ?? false;

/** No text is marked with the mouse. */
export const nothingMarked = (): boolean => window.getSelection()?.isCollapsed ?? true;

/** What lies under a dialog waits until it is answered. */
const dialog = '.ant-modal-wrap:not([style*="display: none"])';

/** Esc first closes what floats above the page; by the time it bubbles up here, that is already gone. */
const floating = [
  '.ant-select-dropdown:not(.ant-select-dropdown-hidden)',
  '.ant-dropdown:not(.ant-dropdown-hidden)',
  '.ant-popover:not(.ant-popover-hidden)',
  dialog,
].join(', ');
let somethingFloats = false;
document.addEventListener(
  'keydown',
  (event) => {
    somethingFloats = event.key === 'Escape' && document.querySelector(floating) !== null;
  },
  { capture: true },
);

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.defaultPrevented || somethingFloats) return;
  const combination = combinationOf(event);
  const layer = layers.findLast(
    (candidate) =>
      candidate.combination === combination &&
      (candidate.whileTyping || !isTyping()) &&
      (candidate.whileMarked || nothingMarked()),
  );
  if (!layer) return;
  event.preventDefault();
  if (document.querySelector(dialog) === null) layer.act();
});
