// The one list of the screens, in the order of the side menu. Routes, side menu, desktop menu, command box and help read it: a new
// screen is an entry here and a route.

import { backupHelp } from './help/backup.ts';
import { gridsHelp } from './help/grids.ts';
import { importsHelp } from './help/imports.ts';
import { photosHelp } from './help/photos.ts';
import { placesHelp } from './help/places.ts';
import { reportsHelp } from './help/reports.ts';
import { signboardsHelp } from './help/signboards.ts';
import { todayHelp } from './help/today.ts';
import { workersHelp } from './help/workers.ts';
import type { HelpTopic } from './help/topic.ts';

/** The side menu's blocks, a rule between each two: today; who stands where; what they did; what is kept and owed; settings. */
export type MenuBlock = 'today' | 'posts' | 'work' | 'office' | 'settings';

/** In the desktop's 文件 menu, under a name of its own where the title isn't one. */
type FileEntry = {
  label?: string;
  accelerator?: string;
  /** The screen answers the keys itself: the menu only shows them. */
  answered?: true;
};

/** A way into a screen: a part of it, or something done there. */
export type Way = {
  title: string;
  /** Pinyin initials of the title. */
  initials: string;
  /** Other words people look for. */
  words: string;
  search: Readonly<Record<string, string | number>>;
  file?: FileEntry;
  /** It lists no rows of the screen's kind. */
  rowless?: true;
};

type Described = {
  address: `/${string}`;
  title: string;
  initials: string;
  words: string;
  help: HelpTopic;
  /** Left out where the side menu doesn't show it. */
  block?: MenuBlock;
  /** Then the menu shows the screen it belongs to as the present one. */
  under?: `/${string}`;
  /** Its keys in the desktop's 视图 menu. */
  accelerator?: string;
  file?: FileEntry;
  /** What kind of row it lists by id, `open` in its address saying which one stands beside the list. */
  opens?: string;
  /** What a person may be allowed to do there, by name and in words; an act names the right it takes. */
  rights?: Readonly<Record<string, string>>;
  /** The first is what the bare address shows. */
  parts?: readonly Way[];
  acts?: readonly Way[];
};

const list = [
  {
    address: '/',
    title: '今日',
    initials: 'jr',
    words: '首页 数字核对 缺漏',
    help: todayHelp,
    block: 'today',
    accelerator: 'CmdOrCtrl+1',
  },
  {
    address: '/workers',
    title: '网格员',
    initials: 'wgy',
    words: '人员 名单',
    help: workersHelp,
    block: 'posts',
    accelerator: 'CmdOrCtrl+2',
    opens: 'worker',
    rights: { roster: '维护人员与任职', personalNumbers: '查看完整身份证号' },
    acts: [{ title: '新增网格员', initials: 'xzwgy', words: '添加 录用 人员', search: { add: 1 } }],
  },
  {
    address: '/imports',
    title: '导入花名册',
    initials: 'drhmc',
    words: 'Excel WPS 表格 网格员',
    help: importsHelp,
    rights: { imports: '导入名册' },
    under: '/workers',
    file: { accelerator: 'CmdOrCtrl+I' },
  },
  {
    address: '/photos',
    title: '批量上传照片',
    initials: 'plsczp',
    words: '导入照片 换照片 头像 证件照 sczp drzp',
    help: photosHelp,
    rights: { photos: '维护照片' },
    under: '/workers',
    file: {},
  },
  {
    address: '/places',
    title: '社区与小区',
    initials: 'sqyxq',
    words: '村居 村委会 居委会',
    help: placesHelp,
    block: 'posts',
    accelerator: 'CmdOrCtrl+3',
    opens: 'place',
    rights: { places: '维护社区、小区与网格' },
    parts: [
      { title: '社区（村居）', initials: 'sqcj', words: '村委会 居委会', search: { level: 'community' } },
      { title: '居民小区', initials: 'jmxq', words: '物业', search: { level: 'compound' } },
      { title: '社区总支', initials: 'sqzz', words: '党总支 党支部', search: { level: 'branch' }, rowless: true },
    ],
    acts: [
      { title: '新增社区', initials: 'xzsq', words: '添加 村居', search: { level: 'community', add: 1 } },
      { title: '新增小区', initials: 'xzxq', words: '添加 居民小区', search: { level: 'compound', add: 1 } },
      { title: '新增总支', initials: 'xzzz', words: '添加 社区总支', search: { level: 'branch', add: 1 } },
    ],
  },
  {
    address: '/grids',
    title: '网格',
    initials: 'wg',
    words: '空缺 指派',
    help: gridsHelp,
    block: 'posts',
    accelerator: 'CmdOrCtrl+4',
    opens: 'grid',
    acts: [{ title: '新增网格', initials: 'xzwg', words: '添加', search: { add: 1 } }],
  },
  {
    address: '/signboards',
    title: '指示牌',
    initials: 'zsp',
    words: '公示牌 二维码 预览',
    help: signboardsHelp,
    rights: { signboards: '打印指示牌' },
    block: 'posts',
    accelerator: 'CmdOrCtrl+5',
    acts: [
      {
        title: '打印指示牌',
        initials: 'dyzsp',
        words: 'PDF A4 A3',
        search: { show: 'printable' },
        file: { accelerator: 'CmdOrCtrl+P', answered: true },
      },
    ],
  },
  {
    address: '/reports',
    title: '报表',
    initials: 'bb',
    words: '上报 统计',
    help: reportsHelp,
    rights: { reports: '导出报表' },
    block: 'office',
    accelerator: 'CmdOrCtrl+6',
    file: { label: '导出报表', accelerator: 'CmdOrCtrl+E' },
    acts: [
      { title: '导出花名册', initials: 'dchmc', words: '报表 Excel 专职网格员花名册 zzwgyhmc hmc', search: { report: 'roster' } },
      {
        title: '导出社区（村居）一览表',
        initials: 'dcsqcjylb',
        words: '报表 Excel 社区一览表 sqylb',
        search: { report: 'communities' },
      },
      {
        title: '导出居民小区一览表',
        initials: 'dcjmxqylb',
        words: '报表 Excel 小区一览表 xqylb',
        search: { report: 'compounds' },
      },
    ],
  },
  {
    address: '/settings',
    title: '设置',
    initials: 'sz',
    words: '选项 参数',
    help: backupHelp,
    rights: { settings: '修改设置', dictionaries: '维护字典', backups: '备份与恢复' },
    block: 'settings',
    accelerator: 'CmdOrCtrl+7',
    parts: [
      { title: '单位信息', initials: 'dwxx', words: '街道名称 单位全称', search: { tab: 'office' } },
      { title: '编制', initials: 'bz', words: '定额 人数', search: { tab: 'quota' } },
      { title: '指示牌内容', initials: 'zspnr', words: '监督电话 职责 标题 发布单位', search: { tab: 'board' } },
      { title: '字典', initials: 'zd', words: '用工来源 管理单位 选项', search: { tab: 'dictionaries' } },
      {
        title: '备份与恢复',
        initials: 'bfyhf',
        words: '还原 换电脑 数据文件',
        search: { tab: 'backup' },
        file: {},
      },
      { title: '操作记录', initials: 'czjl', words: '日志 谁改的 历史', search: { tab: 'audit' } },
      { title: '显示', initials: 'xs', words: '大字 字号', search: { tab: 'display' } },
      { title: '关于', initials: 'gy', words: '版本 日志文件夹', search: { tab: 'about' } },
    ],
  },
] as const satisfies readonly Described[];

type Listed = (typeof list)[number];
export type ScreenAddress = Listed['address'];
export type RowKind = Extract<Listed, { opens: string }>['opens'];
export type Screen = Omit<Described, 'opens'> & { address: ScreenAddress; opens?: RowKind };
type KeysOf<Rights> = Rights extends unknown ? keyof Rights & string : never;
/** A right that belongs to a screen. */
export type ScreenRight = KeysOf<Extract<Listed, { rights: object }>['rights']>;

export const screens: readonly Screen[] = list;

/** An entry of the list with all that is known of it. */
export const screenOf = <Address extends ScreenAddress>(address: Address): Extract<Listed, { address: Address }> =>
  list.find((screen) => screen.address === address) as Extract<Listed, { address: Address }>;

/** Which screen stands at a path; undefined: none. */
export const screenAt = (path: string): Screen | undefined =>
  screens.find(({ address }) => path === address || (address !== '/' && path.startsWith(`${address}/`)));

/** The screen that lists a kind of row. */
export const screenOfKind = (kind: RowKind): Screen | undefined => screens.find(({ opens }) => opens === kind);

export const rowKinds = screens.flatMap(({ opens }) => opens ?? []);

/** Which part of a screen an address shows; undefined where it has none. */
export const partAt = ({ parts }: Screen, search: Readonly<Record<string, unknown>>): Way | undefined =>
  parts?.find((part) => Object.entries(part.search).every(([name, value]) => search[name] === value)) ?? parts?.[0];

/** The side menu: its blocks in order, each with its screens. */
export const menuBlocks: readonly (readonly Screen[])[] = [
  ...Map.groupBy(
    screens.filter(({ block }) => block !== undefined),
    ({ block }) => block,
  ).values(),
];

export const waysInto = ({ parts = [], acts = [] }: Screen): readonly Way[] => [...parts, ...acts];

/** The address of a screen, or of a way into it. */
export const addressOf = ({ address }: Pick<Screen, 'address'>, way?: Pick<Way, 'search'>): string =>
  way === undefined
    ? address
    : `${address}?${Object.entries(way.search)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&')}`;
