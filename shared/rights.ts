// What a person may be allowed to do, by name and in words. Every act names the right it takes; who has which comes with the
// rights table. Those of a screen stand with it in screens.ts.
import { type ScreenRight, screens } from './screens.ts';

/** What belongs to no screen. */
const general = { founding: '建立台账', undo: '撤销与重做' } as const;

export type Right = keyof typeof general | ScreenRight;

export const rights: Readonly<Record<string, string>> = Object.assign(
  {},
  general,
  ...screens.map((screen) => screen.rights ?? {}),
);
