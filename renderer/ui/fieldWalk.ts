// Enter goes to the next field of a form, as in a spreadsheet; never while pinyin is being composed.
import type { KeyboardEvent } from 'react';

/** What a form's keyboard walk stops at. */
export const fields = [
  'input:not([disabled]):not([type=hidden]):not([type=radio])',
  'textarea:not([disabled]):not([aria-hidden])',
  // Of a group of choices one: the chosen one, else the first.
  'input[type=radio]:checked',
  '.ant-radio-group:not(:has(:checked)) > .ant-radio-wrapper:first-child input',
].join(', ');

/** Enter walks on, except where it chooses from an open list; after the last field come the buttons of the form's foot. */
export function walkOn(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey) return;
  const target = event.target as HTMLElement;
  const walks =
    target instanceof HTMLInputElement || (target instanceof HTMLTextAreaElement && target.dataset.oneLine !== undefined);
  if (!walks || target.getAttribute('aria-expanded') === 'true') return;
  if (document.querySelector('.calendar')) return;
  event.preventDefault();
  event.stopPropagation();
  const every = [...event.currentTarget.querySelectorAll<HTMLElement>(fields)];
  const next = every[every.indexOf(target) + 1] ?? event.currentTarget.querySelector<HTMLElement>('.foot button');
  next?.focus();
}
