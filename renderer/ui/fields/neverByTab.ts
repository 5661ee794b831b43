// Tab leaves an open list as it stands; antd's Select would choose what the list happens to stand at, though nobody looked there.
import type { KeyboardEvent } from 'react';

/** For a Select's `onInputKeyDown`. */
export const neverByTab = (event: KeyboardEvent): void => {
  if (event.key === 'Tab') event.stopPropagation();
};
