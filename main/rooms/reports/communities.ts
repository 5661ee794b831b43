// 社区（村居）一览表: the communities and villages of a day, with what stands and who serves in each.
import { communitiesReport } from '../../../shared/reports/communities.ts';
import { type CommunityField, communityFields } from '../../../shared/roster/placeFields.ts';
import type { PlaceGap } from '../../../shared/roster/gaps.ts';
import { columnsRead } from '../../kit/bindings.ts';
import { placeBindings, placeFields, placeJoins, placeTallies } from '../roster/placeBindings.ts';
import { among, idList, narrowingOf, narrowingWords } from './narrowed.ts';
import { type Gap, reportOf } from './report.ts';

const every = [
  'code',
  'branch',
  'name',
  'formerNames',
  'kind',
  'secretary',
  'phone',
  'officeAddress',
  'compounds',
  'grids',
  'workers',
  'note',
] as const satisfies readonly CommunityField[];

/** 社区 or 村居, as this sheet calls the two kinds. */
const fields = { ...communityFields, kind: { ...communityFields.kind, words: { urban: '社区', rural: '村居' } } };

const bindings: typeof placeBindings = {
  ...placeBindings,
  formerNames: {
    read: `(SELECT group_concat(name, '、') FROM (SELECT former.name, max(former.last_day) AS ended FROM place_version AS former
    WHERE former.place_id = place.id AND former.last_day < @asOf AND former.name <> day_place.name GROUP BY former.name ORDER BY ended))`,
  },
};

const sql = `${placeTallies} SELECT ${columnsRead(placeFields, bindings, every)}, day_place.rank AS position ${placeJoins}
WHERE day_place.level = 'community' AND ${among('day_place.branch_id', 'branchIds')} AND (@kind IS NULL OR day_place.kind = @kind)`;

export const communities = reportOf({
  parameters: communitiesReport,
  measure: '个',
  fields,
  columns: () => every,
  subtotals: ({ subtotals }) => (subtotals ? 'branch' : null),
  told: ({ branchIds, kind }) => ({ branchIds: idList(branchIds), kind }),
  sql,
  order: 'position',
  workerId: () => null,
  gaps: communityGaps,
  scope: ({ branchIds, kind }, office) => narrowingWords(office, branchIds, kind),
  narrowing: ({ branchIds, kind }) => narrowingOf(branchIds, kind),
  quota: ({ branchIds, kind }, quota) =>
    branchIds || kind
      ? null
      : { name: '村居', expected: quota.communities, where: { screen: 'places', search: { level: 'community' } } },
  vacant: ({ branchIds, kind }) => ({ branchIds, kind, level: null }),
});

const missing = (text: string, condition: string, gap: PlaceGap): Gap => ({
  text,
  condition,
  screen: 'places',
  search: { level: 'community', gap },
});

function communityGaps(): Gap[] {
  return [
    missing('没有区划代码', 'code IS NULL', 'noCode'),
    missing('未归总支', 'branchName IS NULL', 'noBranch'),
    missing('未定类别', 'kind IS NULL', 'noKind'),
    missing('没有网格', 'gridCount = 0', 'noGrid'),
  ];
}
