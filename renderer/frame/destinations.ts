// What the search box finds besides the ledger's rows: screens, reports, help topics. Matched here, in the window, by any part of
// their Chinese or the beginning of their pinyin initials.
import { keysTopic } from '../rooms/help/Help.tsx';
import { helpTopics } from '../rooms/help/topics.ts';
import { reportsLink } from '../rooms/reports/links.ts';
import { map } from './map.ts';

export type Target = { to: string; search?: Record<string, unknown> } | { help: string };
/** A line of the list. `state` is shown at its right end. */
export type Hit = { key: string; title: string; note: string; target: Target };
export type HitGroup = { title: string; hits: readonly Hit[] };

type Entry = Hit & { words: string; initials: string };

const screens: Entry[] = [
  ...map.flat().map(({ to, label, initials }) => ({ key: to, title: label, note: '', words: label, initials, target: { to } })),
  {
    key: 'imports',
    title: '导入花名册',
    note: '从 Excel 文件读入',
    words: '导入花名册 Excel 表格',
    initials: 'drhmc',
    target: { to: '/imports' },
  },
  {
    key: 'photos',
    title: '批量导入照片',
    note: '按姓名、身份证号对上人',
    words: '批量导入照片 上传',
    initials: 'pldrzp',
    target: { to: '/photos' },
  },
];
const reports: Entry[] = (
  [
    ['roster', '专职网格员花名册', 'zzwgyhmc'],
    ['communities', '社区（村居）一览表', 'sqcjylb'],
    ['compounds', '居民小区一览表', 'jmxqylb'],
  ] as const
).map(([report, title, initials]) => ({
  key: report,
  title,
  note: '导出 Excel',
  words: title,
  initials,
  target: reportsLink({ report }),
}));
const help: Entry[] = [
  ...helpTopics.map(({ key, title, initials, words, lead }) => ({
    key,
    title,
    note: lead,
    words: `${title} ${words} 帮助`,
    initials,
    target: { help: key },
  })),
  {
    key: keysTopic,
    title: '快捷键',
    note: '不用鼠标怎样操作',
    words: '快捷键 键盘 帮助',
    initials: 'kjj',
    target: { help: keysTopic },
  },
];

const matching = (entries: readonly Entry[], text: string): Hit[] =>
  entries.filter(({ words, initials }) => words.toLowerCase().includes(text) || initials.startsWith(text));

export function destinations(text: string): HitGroup[] {
  const wanted = text.trim().toLowerCase();
  return [
    { title: '页面', hits: matching(screens, wanted) },
    { title: '报表', hits: matching(reports, wanted) },
    { title: '帮助', hits: matching(help, wanted).slice(0, 4) },
  ];
}
