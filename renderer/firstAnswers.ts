// Takes what the page brought along as if the screens had just asked it. A page without it, as the build's own server sends, is no
// different otherwise.
import { firstAnswersId, type FirstAnswers } from '../shared/firstAnswers.ts';
import { arrival, queryClient } from './api.ts';
import { showOpening } from './shown.ts';

/** As api.<room>.<name>.queryKey(input) has it. */
const keyOf = (path: string, input: unknown): unknown[] => [
  path.split('.'),
  input === undefined ? { type: 'query' } : { input, type: 'query' },
];

/** To be called once, before the first rendering. */
export function takeFirstAnswers(): void {
  const element = document.getElementById(firstAnswersId);
  if (!element) return;
  const { opening, answers } = JSON.parse(element.textContent) as FirstAnswers;
  element.remove();
  showOpening(opening);
  for (const { path, input, data } of answers) queryClient.setQueryData(keyOf(path, input), data, { updatedAt: arrival });
}
