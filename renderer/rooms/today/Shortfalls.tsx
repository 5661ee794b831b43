// What doesn't close, a line each: how many, which ones, and the way to mend it.
import { Link, type LinkProps } from '@tanstack/react-router';
import { type FigureName, type Figures, mostNamed } from '../../../shared/roster/figures.ts';
import { gridsLink, placesLink, workersLink } from '../roster/links.ts';

type Row = { id: number; name: string; link: LinkProps; note?: string };
/** `wrong`: it must be mended; the rest only explains why the figures differ. */
type LineProps = { title: string; wrong: boolean; rows: readonly Row[]; count: number; act: string; way: LinkProps };

const Line = ({ title, wrong, rows, count, act, way }: LineProps) => (
  <div className="today-miss">
    <span className={wrong ? 'today-miss-title red' : 'today-miss-title'}>{title}</span>
    <span className="today-miss-rows">
      {rows.slice(0, mostNamed).map(({ id, name, link, note }) => (
        <span key={id} className="today-miss-row">
          <Link {...link}>{name}</Link>
          <span>{note}</span>
        </span>
      ))}
      {count > mostNamed ? <span className="grey">等 {count} 个</span> : null}
    </span>
    <Link className="go" {...way}>
      {act}
    </Link>
  </div>
);

const plainFigures: readonly { name: FigureName; words: string; act: string; way: LinkProps }[] = [
  { name: 'communities', words: '个社区（村居）', act: '查看社区', way: placesLink({ level: 'community' }) },
  { name: 'compounds', words: '个居民小区', act: '查看小区', way: placesLink({ level: 'compound' }) },
  { name: 'urbanGrids', words: '个城市网格', act: '查看城市网格', way: gridsLink({ kind: 'urban' }) },
  { name: 'ruralGrids', words: '个农村网格', act: '查看农村网格', way: gridsLink({ kind: 'rural' }) },
];

/** Places, compounds and grids against the quota: nobody can say which one is missing, so the line says both numbers. */
const QuotaLines = ({ figures }: { figures: Figures['figures'] }) =>
  plainFigures.map(({ name, words, act, way }) => {
    const { actual, quota, difference } = figures[name];
    if (difference === null || difference === 0) return null;
    return (
      <div key={name} className="today-miss">
        <span className="today-miss-title red">
          {difference < 0 ? '少' : '多'} {Math.abs(difference)} {words}
        </span>
        <span className="grey">
          台账 {actual} 个，编制 {quota} 个
        </span>
        <Link className="go" {...way}>
          {act}
        </Link>
      </div>
    );
  });

const vacantFor = (days: number | null): string => (days === null ? '一直空缺' : `空缺 ${days} 天`);

export function Shortfalls({ figures }: { figures: Figures }) {
  const { vacantGrids, workersWithoutGrid, placesWithoutGrid, placesWithSeveralGrids, gridsWithoutKind } = figures;
  const lines: LineProps[] = [
    {
      title: `空缺 ${vacantGrids.count} 个网格`,
      wrong: true,
      count: vacantGrids.count,
      rows: vacantGrids.first.map(({ id, name, vacantDays }) => ({
        id,
        name,
        link: gridsLink({ open: id }),
        note: vacantFor(vacantDays),
      })),
      act: '指派网格员',
      way: gridsLink({ vacant: 1 }),
    },
    {
      title: `${workersWithoutGrid.count} 人没有网格`,
      wrong: false,
      count: workersWithoutGrid.count,
      rows: workersWithoutGrid.first.map(({ id, name }) => ({
        id,
        name,
        link: workersLink({ status: 'unassigned', open: id }),
        note: '已录用，未上岗',
      })),
      act: '安排上岗',
      way: workersLink({ status: 'unassigned' }),
    },
    {
      title: `${placesWithoutGrid.count} 处没有网格`,
      wrong: true,
      count: placesWithoutGrid.count,
      rows: placesWithoutGrid.first.map(({ id, name, level }) => ({ id, name, link: placesLink({ level, open: id }) })),
      act: '设立网格',
      way: placesLink({ gap: 'noGrid' }),
    },
    {
      title: `${placesWithSeveralGrids.count} 处有几个网格`,
      wrong: false,
      count: placesWithSeveralGrids.count,
      rows: placesWithSeveralGrids.first.map(({ id, name, level, gridCount }) => ({
        id,
        name,
        link: placesLink({ level, open: id }),
        note: `${gridCount} 个`,
      })),
      act: '查看网格',
      way: gridsLink(),
    },
    {
      title: `${gridsWithoutKind.count} 个网格未分城乡`,
      wrong: true,
      count: gridsWithoutKind.count,
      rows: gridsWithoutKind.first.map(({ id, name }) => ({ id, name, link: gridsLink({ open: id }) })),
      act: '填写城乡类别',
      way: gridsLink({ gap: 'noKind' }),
    },
  ];
  return (
    <>
      <QuotaLines figures={figures.figures} />
      {lines
        .filter(({ count }) => count > 0)
        .map((line) => (
          <Line key={line.act} {...line} />
        ))}
    </>
  );
}
