// The roster's tables, their words, and what stands in the way when something in them can't be: who holds the grid, who has
// the number.
import { addDays, earliestDay } from '../../../shared/rules/day.ts';
import { noOverlap, twoOnOneDay } from '../../ground/office/rules.ts';
import type { Reader, Row, Table } from '../../ground/office/schema.ts';
import { gridFields } from '../../../shared/roster/gridFields.ts';
import { workerFields } from '../../../shared/roster/workerFields.ts';
import { postingRoleWords } from '../../../shared/roster/words.ts';
import {
  acrossDeparture,
  boundByGrid,
  leftOutside,
  movedGrids,
  outsideGrid,
  servedPast,
  serveAsGrid,
  serveOn,
} from './postingBounds.ts';
import { columnWords } from '../../kit/auditWords.ts';
import { gridBindings } from './gridBindings.ts';
import { placeBindings, placeFields } from './placeBindings.ts';
import { workerBindings } from './workerBindings.ts';
import { standsTooEarly } from '../../kit/standsOn.ts';
import type { Versions } from '../../kit/versions.ts';
import { branchVersions, gridVersions, nameOn, placeVersions } from './versions.ts';

const period = { first_day: '起始日期', last_day: '结束日期' } as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const spoken = (firstDay: string | null, lastDay: string | null): string =>
  `${firstDay === null ? '起始日不详' : `自 ${firstDay} 起`}${lastDay === null ? '' : `（至 ${lastDay}）`}`;

type Held = {
  worker: string;
  gridId: number;
  role: keyof typeof postingRoleWords;
  firstDay: string | null;
  lastDay: string | null;
};

/** @param row the one that is refused: the grid goes by its name of the first day that both would have had */
function heldPosting(office: Reader, row: Row, id: number | null): (Held & { grid: string; when: string }) | undefined {
  const held = office.db
    .prepare<[number | null], Held>(
      `SELECT worker.name AS worker, grid_id AS gridId, role, first_day AS firstDay, last_day AS lastDay FROM posting
       JOIN worker ON worker.id = posting.worker_id WHERE posting.id = ?`,
    )
    .get(id);
  if (!held) return undefined;
  const [own, theirs] = [text(row.first_day), held.firstDay ?? ''];
  const grid = nameOn(office, gridVersions, held.gridId, (own > theirs ? own : theirs) || earliestDay) ?? '';
  return { ...held, grid, when: spoken(held.firstDay, held.lastDay) };
}

const unknownOverlap = '任职时间与已有的任职重叠，请核对起止日期。';

function gridTaken(office: Reader, row: Row, obstacle: number | null): string {
  const held = heldPosting(office, row, obstacle);
  if (!held) return unknownOverlap;
  const { worker, grid, when, role } = held;
  if (role !== 'worker') return `${worker}${when}已是“${grid}”的${postingRoleWords[role]}，同一时间不用再登记一次。`;
  const told = `“${grid}”${when}由${worker}任职，同一时间不能再安排别人。`;
  // A row that was there before is being moved or brought back: nobody is choosing a grid.
  return row.id === undefined
    ? `${told}请先办理${worker}的离岗或调整，或改选别的网格；如果是网格长、协管员等，请把身份改成那一种。`
    : `${told}请先撤销或调整${worker}的这段任职。`;
}

function workerTaken(office: Reader, row: Row, obstacle: number | null): string {
  const held = heldPosting(office, row, obstacle);
  if (!held) return unknownOverlap;
  const { worker, grid, when } = held;
  return `${worker}${when}在“${grid}”任职，同一时间不能再任另一个网格。请先结束那段任职，或用“调整”；确实同时负责两个网格的，请勾选“兼任”。`;
}

const named = (office: Reader, sql: string, value: unknown): string | undefined =>
  office.db.prepare<[string], string>(sql).pluck().get(text(value));

/** What has the code or the name, and until when. A thing that is new and says no day would be there since always. */
const valueTaken =
  (versions: Versions, said: (row: Row, holder: string) => string) =>
  (office: Reader, row: Row, obstacle: number | null): string => {
    const holder = office.db
      .prepare<[number | null], { name: string; lastDay: string | null }>(
        `SELECT name, last_day AS lastDay FROM ${versions.entity} WHERE id = ?`,
      )
      .get(obstacle);
    const { name = '', lastDay = null } = holder ?? {};
    const told = said(row, name);
    if (row.id !== undefined || lastDay === null || text(row.first_day) > lastDay) return told;
    return `${told}它用到 ${lastDay} 为止：如果新的是在这以后启用的，请把启用日期填为 ${addDays(lastDay, 1)} 或以后。`;
  };

/** What a checked office file is said to hold of the roster. */
export const rosterCounts = [{ word: '网格员', measure: '人', sql: 'SELECT count(*) FROM worker' }] as const;

export const rosterTables: readonly Table[] = [
  {
    name: 'dictionary_entry',
    word: '字典项',
    columns: { dictionary: '字典', value: '内容', short: '简称', sort_order: '顺序' },
    unique: { 'dictionary, value': (_office, row) => `已有“${text(row.value)}”这一项，不用重复新增。` },
  },
  {
    name: 'property_company',
    word: '物业公司',
    columns: { name: '名称', contact: '负责人', phone: '电话', note: '备注' },
    unique: { name: (_office, row) => `已有名为“${text(row.name)}”的物业公司，请直接选用它。` },
  },
  { name: 'branch', word: '社区总支', columns: { hotline: '监督电话', note: '备注' } },
  {
    name: 'branch_version',
    word: '社区总支的名称',
    columns: { name: '名称', short: '简称', sort_order: '顺序', ...period },
    unsound: [twoOnOneDay('branch_version', 'branch_id')],
    rules: [
      noOverlap(
        { name: 'branch_version_overlap', table: 'branch_version', column: 'branch_id' },
        () => '同一个社区总支在同一天不能有两个名称。请检查生效日期：它不能早于上一次变更的生效日期。',
      ),
      noOverlap(
        { name: 'branch_version_name', table: 'branch_version', column: 'name' },
        valueTaken(branchVersions, (row) => `已有名为“${text(row.name)}”的社区总支，请换一个名称，或修改原来那个。`),
      ),
    ],
  },
  {
    name: 'place',
    word: '社区或小区',
    columns: { sort_order: '顺序', ...columnWords('row', placeFields, placeBindings) },
  },
  {
    name: 'place_version',
    word: '社区或小区的名称',
    columns: { ...columnWords('version', placeFields, placeBindings), parent_id: '所属社区', ...period },
    unsound: [twoOnOneDay('place_version', 'place_id')],
    rules: [
      noOverlap(
        { name: 'place_version_overlap', table: 'place_version', column: 'place_id' },
        () => '同一个地方在同一天不能有两个名称、代码或归属。请检查生效日期：它不能早于上一次变更的生效日期。',
      ),
      noOverlap(
        { name: 'place_version_code', table: 'place_version', column: 'code' },
        valueTaken(placeVersions, (row, holder) => `区划代码 ${text(row.code)} 已被“${holder}”使用，请核对。`),
      ),
      noOverlap(
        { name: 'place_version_name', table: 'place_version', column: 'name', also: 'other.parent_id IS NEW.parent_id' },
        valueTaken(placeVersions, (row) =>
          typeof row.parent_id === 'number'
            ? `这个社区里已有名为“${text(row.name)}”的小区，请换一个名称，或修改原来那个。`
            : `已有名为“${text(row.name)}”的社区（村居），请换一个名称，或修改原来那个。`,
        ),
      ),
      {
        name: 'place_version_level',
        forbidden: () => ({
          when: `(SELECT level FROM place WHERE id = NEW.place_id) = 'community' AND NEW.parent_id IS NOT NULL
      OR (SELECT level FROM place WHERE id = NEW.place_id) = 'compound' AND (NEW.branch_id IS NOT NULL OR NEW.code IS NOT NULL OR NEW.parent_id IS NULL
      OR (SELECT level FROM place WHERE id = NEW.parent_id) <> 'community')`,
        }),
        refusal: () => '社区不能挂在别的社区下面；居民小区须挂在一个社区下面，总支和代码随社区。请重新选择所属社区。',
      },
    ],
    settled: (office, written) =>
      standsTooEarly(
        office,
        placeVersions,
        [
          { column: 'branch_id', on: branchVersions },
          { column: 'parent_id', on: placeVersions },
        ],
        written,
      ),
  },
  {
    name: 'grid',
    word: '网格',
    columns: { sort_order: '顺序', ...columnWords('row', gridFields, gridBindings) },
  },
  {
    name: 'grid_version',
    word: '网格的名称',
    columns: { ...columnWords('version', gridFields, gridBindings), ...period },
    unsound: [twoOnOneDay('grid_version', 'grid_id')],
    rules: [
      noOverlap(
        { name: 'grid_version_overlap', table: 'grid_version', column: 'grid_id' },
        () => '同一个网格在同一天不能有两个名称、编码或归属。请检查生效日期：它不能早于上一次变更的生效日期。',
      ),
      noOverlap(
        { name: 'grid_version_code', table: 'grid_version', column: 'code' },
        valueTaken(gridVersions, (row, holder) => `网格编码 ${text(row.code)} 已被“${holder}”使用，请核对。`),
      ),
    ],
    follow: (act, written) => serveOn(act, movedGrids(act.office, written)),
    settled: (office, written) =>
      standsTooEarly(office, gridVersions, [{ column: 'place_id', on: placeVersions }], written) ??
      leftOutside(office, movedGrids(office, written)),
  },
  {
    name: 'worker',
    word: '网格员',
    columns: { ...columnWords('row', workerFields, workerBindings), photo_to_crop: '照片待裁剪' },
    unique: {
      id_number: (office, row) => {
        const name = named(office, 'SELECT name FROM worker WHERE id_number = ?', row.id_number);
        return `这个身份证号已登记在${name ?? '另一名网格员'}名下，没有重复登记。请核对号码，或直接修改${name ?? '那个人'}的资料。`;
      },
    },
  },
  {
    name: 'personnel_action',
    word: '人员变动',
    columns: {
      worker_id: '网格员',
      kind: '变动',
      day: '日期',
      reason: '原因',
      document_number: '依据文号',
      handled_by: '经办人',
      note: '备注',
    },
    settled: servedPast,
  },
  {
    name: 'posting',
    word: '任职',
    columns: { worker_id: '网格员', grid_id: '网格', role: '身份', additional: '兼任', note: '备注', ...period },
    unsound: [
      twoOnOneDay('posting', 'grid_id', `one.role = 'worker' AND other.role = 'worker'`),
      'SELECT id FROM posting WHERE ended IS NOT NULL AND (ended <> 1 OR last_day IS NULL)',
    ],
    rules: [
      noOverlap(
        {
          name: 'posting_grid_taken',
          table: 'posting',
          column: 'grid_id',
          also: `other.role = NEW.role AND (NEW.role = 'worker' OR other.worker_id = NEW.worker_id)`,
        },
        gridTaken,
      ),
      noOverlap(
        {
          name: 'posting_worker_taken',
          table: 'posting',
          column: 'worker_id',
          also: `other.role = 'worker' AND NEW.role = 'worker' AND other.additional = 0 AND NEW.additional = 0`,
        },
        workerTaken,
      ),
    ],
    derived: boundByGrid,
    follow: serveAsGrid,
    settled: (office, written) => outsideGrid(office, written) ?? acrossDeparture(office, written),
  },
];
