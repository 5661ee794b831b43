// What every personnel act may say of the paper it rests on.
import { describe } from '../kit/fields.ts';

export const paperFields = describe({
  reason: { kind: 'text', title: '原因' },
  documentNumber: { kind: 'text', title: '依据文号' },
  handledBy: { kind: 'text', title: '经办人' },
});
