// The columns of 网格员, as wide as the longest value of an ordinary office.
import type { WorkerRow, WorkerSort } from '../../../../shared/roster/workers.ts';
import type { ListColumn } from '../../../ui/useColumns.ts';
import { firstDayText, kindWords, sexWords, statusWords } from '../../../../shared/roster/words.ts';
import { Status } from '../words.tsx';
import { Face } from '../../../ui/Face.tsx';

const sort = (column: WorkerSort): { sort: WorkerSort } => ({ sort: column });

/** Of who holds two grids both, one below the other, in a row as high as any. */
function SeveralGrids({ names }: { names: string }) {
  const [first, ...rest] = names.split('、');
  return (
    <span className="several-grids">
      <span>{first}</span>
      <span>{rest.join('、')}</span>
    </span>
  );
}

export const workerColumns: readonly ListColumn<WorkerRow>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 106,
    ...sort('name'),
    text: (row) => row.name,
    render: (row) => (
      <span className="who">
        <Face hash={row.photoHash} name={row.name} />
        <span className="who-name">{row.name}</span>
      </span>
    ),
  },
  {
    key: 'grid',
    title: '网格',
    width: 136,
    ...sort('grid'),
    text: (row) => row.gridName ?? '',
    render: (row) => (row.gridsHeld > 1 ? <SeveralGrids names={row.gridName ?? ''} /> : row.gridName),
  },
  { key: 'branch', title: '社区总支', width: 92, ...sort('branch'), text: (row) => row.branchShort ?? '' },
  { key: 'community', title: '所属社区', width: 107, ...sort('place'), text: (row) => row.communityName ?? '' },
  { key: 'mobile', title: '手机号码', width: 108, text: (row) => row.mobile ?? '' },
  { key: 'idNumber', title: '身份证号', width: 157, text: (row) => row.idNumberMasked ?? '' },
  {
    key: 'status',
    title: '状态',
    width: 82,
    ...sort('status'),
    text: (row) => statusWords[row.status],
    render: (row) => <Status of={row.status} />,
  },
  { key: 'hiringSource', title: '用工来源', width: 92, ...sort('hiringSource'), text: (row) => row.hiringSourceShort ?? '' },
  { key: 'sex', title: '性别', width: 64, ...sort('sex'), text: (row) => (row.sex ? sexWords[row.sex] : '') },
  { key: 'age', title: '年龄', width: 64, align: 'right', ...sort('age'), text: (row) => String(row.age ?? '') },
  { key: 'employer', title: '管理单位', width: 112, ...sort('employer'), text: (row) => row.employer ?? '' },
  { key: 'education', title: '文化程度', width: 92, ...sort('education'), text: (row) => row.education ?? '' },
  { key: 'politics', title: '政治面貌', width: 110, ...sort('politics'), text: (row) => row.politics ?? '' },
  {
    key: 'firstDay',
    title: '上岗日期',
    width: 104,
    ...sort('firstDay'),
    text: (row) => (row.gridId === null ? '' : firstDayText(row.firstDay, row.firstDayPrecision)),
  },
  { key: 'gridCode', title: '网格编码', width: 142, optional: true, ...sort('gridCode'), text: (row) => row.gridCode ?? '' },
  { key: 'kind', title: '类别', width: 64, optional: true, text: (row) => (row.gridKind ? kindWords[row.gridKind] : '') },
  { key: 'compound', title: '居民小区', width: 120, optional: true, text: (row) => row.compoundName ?? '' },
  { key: 'ethnicity', title: '民族', width: 72, optional: true, ...sort('ethnicity'), text: (row) => row.ethnicity ?? '' },
  {
    key: 'formerFamilyPlanning',
    title: '原计生专职查访员',
    width: 132,
    optional: true,
    text: (row) => (row.formerFamilyPlanning === null ? '' : row.formerFamilyPlanning ? '是' : '否'),
  },
];
