// The roster's lists as they go out: workers, communities, compounds, branches, grids.
import { z } from 'zod';
import { ofDay, pageSchema } from '../../../shared/kit/list.ts';
import { gridFields } from '../../../shared/roster/gridFields.ts';
import { gridListSchema } from '../../../shared/roster/grids.ts';
import { gridTexts, workerTexts } from '../../../shared/roster/listTexts.ts';
import { branchFields, communityFields, compoundFields } from '../../../shared/roster/placeFields.ts';
import { placeListSchema } from '../../../shared/roster/places.ts';
import { workerFields } from '../../../shared/roster/workerFields.ts';
import { workerListSchema } from '../../../shared/roster/workers.ts';
import { levelWords } from '../../../shared/roster/words.ts';
import { listed, type Listed } from '../../kit/listed.ts';
import { listBranches } from './branchesList.ts';
import { listGrids } from './gridsList.ts';
import { listPlaces } from './placesList.ts';
import { listWorkers } from './workersList.ts';

type OfDay = { asOf: string };
const asOf = (_office: unknown, question: OfDay): string => question.asOf;

const places = (level: 'community' | 'compound'): Listed =>
  listed({
    name: `places:${level}`,
    title: `${levelWords[level]}名单`,
    measure: '个',
    fields: level === 'community' ? communityFields : compoundFields,
    question: placeListSchema,
    read: listPlaces,
    asOf,
  });

export const rosterListed: readonly Listed[] = [
  listed({
    name: 'workers',
    title: '网格员名单',
    measure: '人',
    fields: workerFields,
    texts: workerTexts,
    question: workerListSchema,
    read: listWorkers,
    asOf,
  }),
  places('community'),
  places('compound'),
  listed({
    name: 'places:branch',
    title: '社区总支名单',
    measure: '个',
    fields: branchFields,
    question: z.object({ ...ofDay.shape, ...pageSchema }),
    read(office, question) {
      const rows = listBranches(office, question.asOf);
      return { rows: rows.slice(question.offset, question.offset + question.limit), total: rows.length };
    },
    asOf,
  }),
  listed({
    name: 'grids',
    title: '网格名单',
    measure: '个',
    fields: gridFields,
    texts: gridTexts,
    question: gridListSchema,
    read: listGrids,
    asOf,
  }),
];
