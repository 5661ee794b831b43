// Ten years of the demo office as a plain list of what happened to whom: who was hired into which grid, moved, was dismissed,
// left, retired. Played from the first day on, so that what stands today follows from it.
import { addDays } from '../../../shared/rules/day.ts';
import { type Chance, chance } from './chance.ts';
import { demoCommunities, demoPropertyCompanies } from './demoPlaces.ts';
import { type DemoPerson, miswritten, peopleMaker, type Wish } from './demoPeople.ts';

/** `community` and `compound` index into the places; `compound` is null for the community's own grid. */
export type DemoGrid = { community: number; compound: number | null; kind: 'urban' | 'rural' };

export type DemoWorker = DemoPerson & {
  hiringSource: string;
  employer: string;
  formerFamilyPlanning: boolean;
  /** Index into `demoPropertyCompanies`. */
  company: number | null;
  hired: string;
  /** Left out on purpose, so that the home screen has something to show. */
  missing: readonly ('photo' | 'mobile' | 'education' | 'firstDay')[];
};

export type DemoAction = {
  worker: number;
  kind: 'hire' | 'transfer' | 'dismissal' | 'resignation' | 'retirement';
  day: string;
  reason: string | null;
  documentNumber: string | null;
};

/** `opened` and `closed` index into the actions. */
export type DemoPosting = {
  worker: number;
  grid: number;
  firstDay: string;
  lastDay: string | null;
  opened: number;
  closed: number | null;
};

export type DemoHistory = { grids: DemoGrid[]; workers: DemoWorker[]; actions: DemoAction[]; postings: DemoPosting[] };

const grids: readonly DemoGrid[] = demoCommunities.flatMap(({ kind, compounds }, community) => [
  { community, compound: null, kind },
  ...compounds.map((_, compound) => ({ community, compound, kind })),
]);
const gridOf = (name: string): number =>
  grids.findIndex(({ community, compound }) => {
    const place = demoCommunities[community];
    return (compound === null ? place?.name : place?.compounds[compound]?.name) === name;
  });

/** People with a place of their own in tests and in the story. */
const known: Readonly<Record<string, Wish>> = {
  阳光水岸: { name: '徐清清𬱖', sex: 'female', born: [1984, 1984] },
  清真寺街小区: { name: '古丽娜·艾山', sex: 'female', ethnicity: '维吾尔族', born: [1986, 1986] },
  回民街社区: { name: '马文博', sex: 'male', ethnicity: '回族', born: [1979, 1979] },
  锦绣花园: { name: '苏艳博', sex: 'female', born: [1985, 1985] },
  徐家洼村: { name: '王秀英', sex: 'female', born: [1968, 1968], education: '初中' },
  前石良村: { name: '王秀英', sex: 'female', born: [1974, 1974] },
};

/** Grids whose worker is directed by the compound's property company, though the street hired some of them: 两张皮. */
const propertyRun: Readonly<Record<string, string>> = {
  阳光花园: '物业公司',
  锦绣华府: '物业公司',
  沂河名郡: '街道招聘',
  御景家园: '街道招聘',
};
const gaps: Readonly<Record<string, DemoWorker['missing']>> = {
  雪山新城: ['photo'],
  毛家窑村: ['photo', 'education'],
  小东山村: ['photo'],
  松峰村: ['photo'],
  井峪村: ['mobile'],
  圈庄村: ['education'],
  房家庄村: ['education', 'firstDay'],
  唐家庄子村: ['firstDay'],
};
const wrongNumber = '东古城村';
const vacantGrid = '石良店子村';

const departures: readonly [string, 'retirement' | 'resignation', string, string][] = [
  ['2021-08-31', 'retirement', '柏家坪村', '到龄退休'],
  ['2021-12-31', 'resignation', '景家庄村', '本人申请'],
  ['2022-06-30', 'retirement', '三山官庄村', '到龄退休'],
  ['2022-11-30', 'retirement', '前晏家铺村', '到龄退休'],
  ['2023-02-28', 'resignation', '牛岭埠社区', '本人申请'],
  ['2023-09-30', 'retirement', '武家洼村', '到龄退休'],
  ['2024-03-31', 'retirement', '西古城村', '到龄退休'],
  ['2024-07-31', 'resignation', '后庞家庄村', '外出务工'],
  ['2025-05-31', 'retirement', '解家官庄村', '到龄退休'],
  ['2025-10-31', 'retirement', '孔家庄村', '到龄退休'],
];

const recentlyRetired = ['后贺庄村', vacantGrid];

/** Whoever retires from a grid was born sixty years before. */
function retiredIn(name: string, today: string): readonly [number, number] | null {
  const [day] = departures.find(([, kind, grid]) => kind === 'retirement' && grid === name) ?? [
    recentlyRetired.includes(name) ? today : undefined,
  ];
  const year = Number(day?.slice(0, 4)) - 60;
  return Number.isNaN(year) ? null : [year, year];
}

class Chronicle {
  readonly workers: DemoWorker[] = [];
  readonly actions: DemoAction[] = [];
  readonly postings: DemoPosting[] = [];
  readonly #chance: Chance;
  readonly #make: (wish: Wish) => DemoPerson;

  constructor(throws: Chance) {
    this.#chance = throws;
    this.#make = peopleMaker(throws);
  }

  /** The open posting of a grid. */
  holds(grid: number): DemoPosting {
    const posting = this.postings.find((each) => each.grid === grid && each.lastDay === null);
    if (!posting) throw new Error(`grid ${grid} is empty`);
    return posting;
  }

  hire(wish: Wish, day: string, facts: Pick<DemoWorker, 'hiringSource' | 'employer'> & Partial<DemoWorker>): number {
    this.workers.push({
      ...this.#make(wish),
      formerFamilyPlanning: false,
      company: null,
      missing: [],
      ...facts,
      hired: day,
    });
    return this.workers.length - 1;
  }

  act(action: DemoAction): number {
    this.actions.push(action);
    return this.actions.length - 1;
  }

  post(worker: number, grid: number, firstDay: string, opened: number): void {
    this.postings.push({ worker, grid, firstDay, lastDay: null, opened, closed: null });
  }

  /** The last day served is `day`. */
  leave(
    grid: number,
    kind: 'dismissal' | 'resignation' | 'retirement',
    day: string,
    reason: string,
    document: string | null,
  ): void {
    const posting = this.holds(grid);
    posting.closed = this.act({ worker: posting.worker, kind, day, reason, documentNumber: document });
    posting.lastDay = day;
  }

  succeed(grid: number, day: string, document: string | null): void {
    const worker = this.hire({ born: [1984, 1999] }, day, {
      hiringSource: '街道招聘',
      employer: grids[grid]?.kind === 'rural' ? '社区（村居）' : '街道',
    });
    this.post(worker, grid, day, this.act({ worker, kind: 'hire', day, reason: '公开招聘', documentNumber: document }));
  }

  swap(one: number, other: number, day: string, document: string): void {
    const [a, b] = [this.holds(one), this.holds(other)];
    for (const [posting, target] of [
      [a, other],
      [b, one],
    ] as const) {
      const transfer = this.act({ worker: posting.worker, kind: 'transfer', day, reason: '工作需要', documentNumber: document });
      posting.closed = transfer;
      posting.lastDay = addDays(day, -1);
      this.post(posting.worker, target, day, transfer);
    }
  }

  upTo = (below: number): number => this.#chance.upTo(below);
}

/** 61 former family-planning visitors into the compounds, everybody else into the rest: how the street began. */
function foundForce(book: Chronicle, today: string): void {
  let visitors = 0;
  for (const [grid, { community, compound, kind }] of grids.entries()) {
    const place = demoCommunities[community];
    const estate = compound === null ? undefined : place?.compounds[compound];
    const name = estate?.name ?? place?.name ?? '';
    const company = propertyRun[name] === undefined ? null : (estate?.company ?? 0) % demoPropertyCompanies.length;
    const visitor = estate !== undefined && company === null && visitors < 61;
    if (visitor) visitors++;
    const month = 1 + book.upTo(11);
    const day = visitor
      ? visitors <= 38
        ? '2019-08-01'
        : '2019-11-15'
      : `${2016 + book.upTo(3)}-${String(month).padStart(2, '0')}-${book.upTo(2) ? '01' : '16'}`;
    const sixty = retiredIn(name, today);
    const wish: Wish = known[name] ?? {
      born: sixty ?? (kind === 'rural' ? (book.upTo(3) ? [1968, 1990] : [1964, 1967]) : [1970, 1993]),
      ...(visitor ? { sex: book.upTo(10) ? 'female' : 'male' } : {}),
    };
    const worker = book.hire(wish, day, {
      hiringSource: visitor
        ? '计生专职查访员择优录用'
        : (propertyRun[name] ?? (book.upTo(100) < 45 ? '街道招聘' : '社区（村居）推荐')),
      employer: company !== null ? '物业公司' : kind === 'rural' && book.upTo(3) ? '社区（村居）' : '街道',
      formerFamilyPlanning: visitor,
      company,
      missing: gaps[name] ?? [],
    });
    const made = book.workers[worker];
    if (made && name === wrongNumber) made.idNumber = miswritten(made.idNumber);
    const document = visitor ? `沂街办发〔2019〕${visitors <= 38 ? 26 : 41}号` : null;
    const reason = visitor ? '计生专职查访员择优录用' : null;
    book.post(worker, grid, day, book.act({ worker, kind: 'hire', day, reason, documentNumber: document }));
  }
}

/** Seven found unfit in the review of 2020, one by one, and who came after them. */
function review(book: Chronicle): void {
  for (const name of ['南庄社区', '大梨行村', '下宅村', '鼓山前村', '罗家庄村', '河奎村', '前善疃村']) {
    book.leave(gridOf(name), 'dismissal', '2020-06-30', '业务考核不称职', '沂街办发〔2020〕18号');
    book.succeed(gridOf(name), '2020-07-16', '沂街办发〔2020〕21号');
  }
}

const swaps: readonly [string, string, string, string][] = [
  ['2021-03-01', '锦绣花园', '东苑小区', '沂街办发〔2021〕6号'],
  ['2021-03-01', '金水湾花园', '阳光家园', '沂街办发〔2021〕6号'],
  ['2022-05-16', '书香苑', '茶庵小区', '沂街办发〔2022〕11号'],
  ['2022-05-16', '冯家庄村', '黄泥崖村', '沂街办发〔2022〕11号'],
  ['2023-04-10', '新村社区', '新村小区', '沂街办发〔2023〕9号'],
  ['2023-04-10', '东苑小区', '文景华庭', '沂街办发〔2023〕9号'],
  ['2024-09-02', '雪山名郡', '府东苑', '沂街办发〔2024〕22号'],
  ['2025-03-17', '长虹社区', '枫林苑', '沂街办发〔2025〕7号'],
];
/** @param today YYYY-MM-DD; what happened lately is counted back from it. */
export function demoHistory(today: string): DemoHistory {
  const book = new Chronicle(chance(371_323));
  foundForce(book, today);
  review(book);
  for (const [day, kind, grid, reason] of departures) {
    book.leave(gridOf(grid), kind, day, reason, null);
    book.succeed(gridOf(grid), addDays(day, 12), null);
  }
  for (const [day, one, other, document] of swaps) book.swap(gridOf(one), gridOf(other), day, document);
  const year = today.slice(0, 4);
  book.swap(gridOf('东关街社区'), gridOf('和平小区'), addDays(today, -26), `沂街办发〔${year}〕31号`);
  book.leave(gridOf('后贺庄村'), 'retirement', addDays(today, -19), '到龄退休', null);
  book.succeed(gridOf('后贺庄村'), addDays(today, -9), `沂街办发〔${year}〕33号`);
  book.leave(gridOf(vacantGrid), 'retirement', addDays(today, -13), '到龄退休', null);
  // Taken on, and waiting for a grid: the empty one is theirs to fill.
  const day = addDays(today, -2);
  const waiting = book.hire({ name: '秦淑贞', sex: 'female', born: [1988, 1988] }, day, {
    hiringSource: '街道招聘',
    employer: '街道',
  });
  book.act({ worker: waiting, kind: 'hire', day, reason: '公开招聘', documentNumber: `沂街办发〔${year}〕34号` });
  return { grids: [...grids], workers: book.workers, actions: book.actions, postings: book.postings };
}
