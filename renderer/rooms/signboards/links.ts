// The boards' address, so that any screen can lead to them: <Link {...signboardsLink({ grids: '3,7' })}>.
import { boardSizeNames } from '../../../shared/boardSizes.ts';
import { placeKinds } from '../../../shared/roster/words.ts';
import { id, ids, oneOf, searchOf, text } from '../../ui/linkAtoms.ts';

export const signboardsSearch = searchOf({
  size: oneOf(boardSizeNames),
  branch: id,
  kind: oneOf(placeKinds),
  show: oneOf(['printable', 'held']),
  search: text,
  /** Only these grids. */
  grids: ids,
  /** The grid whose board is previewed. */
  open: id,
});
export type SignboardsSearch = ReturnType<typeof signboardsSearch>;

export const signboardsLink = (search: SignboardsSearch = {}) => ({ to: '/signboards', search }) as const;
