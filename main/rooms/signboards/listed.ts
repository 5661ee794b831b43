// The list of signboards as it goes out.
import { boardFields, boardTexts } from '../../../shared/boardListFields.ts';
import { boardListSchema } from '../../../shared/signboards.ts';
import { listed, type Listed } from '../../kit/listed.ts';
import { listBoards } from './list.ts';

export const signboardsListed: readonly Listed[] = [
  listed({
    name: 'signboards',
    title: '指示牌清单',
    measure: '块',
    fields: boardFields,
    texts: ({ size }) => boardTexts(size),
    question: boardListSchema,
    read: (office, question) => listBoards(office, office.clock.today(), question),
    asOf: (office) => office.clock.today(),
  }),
];
