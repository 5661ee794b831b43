// 社区（村居）一览表: the communities and villages of a day, with what stands and who serves in each.
import { reportNames } from '../../../shared/reports.ts';
import type { PlaceGap } from '../../../shared/roster/places.ts';
import { among, type Field, type Gap, reportOf } from './report.ts';

type Source = {
  code: string | null;
  branch: string | null;
  name: string;
  formerNames: string | null;
  kind: 'urban' | 'rural' | null;
  secretary: string | null;
  phone: string | null;
  officeAddress: string | null;
  compounds: number;
  grids: number;
  workers: number;
  note: string | null;
};

const sql = `SELECT day_place.code, branch.name AS branch, day_place.name, day_place.kind, place.secretary, place.phone,
  place.office_address AS officeAddress,
  (SELECT group_concat(name, '、') FROM (SELECT former.name, max(former.last_day) AS ended FROM place_version AS former
    WHERE former.place_id = place.id AND former.last_day < @asOf AND former.name <> day_place.name GROUP BY former.name ORDER BY ended)) AS formerNames,
  ifnull(inside.compounds, 0) AS compounds, ifnull(held.grids, 0) AS grids, ifnull(held.workers, 0) AS workers, place.note, day_place.rank AS position
FROM day_place
JOIN place ON place.id = day_place.id
LEFT JOIN day_branch AS branch ON branch.id = day_place.branch_id
LEFT JOIN (SELECT community_id, count(*) AS compounds FROM day_place WHERE level = 'compound' GROUP BY community_id) AS inside
  ON inside.community_id = place.id
LEFT JOIN (SELECT community_id, count(*) AS grids, count(worker_id) AS workers FROM day_grid GROUP BY community_id) AS held
  ON held.community_id = place.id
WHERE day_place.level = 'community' AND ${among('day_place.branch_id', 'branchIds')} AND (@kind IS NULL OR day_place.kind = @kind)`;

const kinds = { urban: '社区', rural: '村居' } as const;

const fields: readonly Field<Source>[] = [
  { title: '序号', kind: 'number', value: (_, index) => index + 1 },
  { title: '统计用区划代码', kind: 'code', value: ({ code }) => code },
  { title: '社区总支', kind: 'text', value: ({ branch }) => branch },
  { title: '名称', kind: 'text', value: ({ name }) => name },
  { title: '曾用名', kind: 'text', value: ({ formerNames }) => formerNames },
  { title: '类别', kind: 'text', value: ({ kind }) => kind && kinds[kind] },
  { title: '书记', kind: 'text', value: ({ secretary }) => secretary },
  { title: '联系电话', kind: 'code', value: ({ phone }) => phone },
  { title: '网格化办公室地址', kind: 'text', left: true, value: ({ officeAddress }) => officeAddress },
  { title: '小区数', kind: 'number', total: true, value: ({ compounds }) => compounds },
  { title: '网格数', kind: 'number', total: true, value: (source) => source.grids },
  { title: '网格员数', kind: 'number', total: true, value: ({ workers }) => workers },
  { title: '备注', kind: 'text', left: true, least: 12, value: ({ note }) => note },
];

export const communities = reportOf<Source>({
  id: 'communities',
  name: reportNames.communities,
  measure: '个',
  fields: () => fields,
  sql,
  order: 'position',
  workerId: () => null,
  gaps: communityGaps,
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
    missing('未归总支', 'branch IS NULL', 'noBranch'),
    missing('未定类别', 'kind IS NULL', 'noKind'),
    missing('没有网格', 'grids = 0', 'noGrid'),
  ];
}
