// What the command box finds besides the ledger's rows: screens, ways into them, help topics. Matched here,
// in the window: Chinese anywhere in their words, pinyin initials and other letters from the beginning of a word.
import { addressOf, type Screen, screens, type Way } from '../../shared/screens.ts';
import { keysTopic } from '../rooms/help/Help.tsx';
import { helpTopics } from '../rooms/help/topics.ts';

export type Target = { to: string; search?: Record<string, unknown> } | { help: string };
/** A line of the list. */
export type Hit = { key: string; title: string; note: string; target: Target };
export type HitGroup = { title: string; hits: readonly Hit[] };

type Findable = { title: string; initials: string; words: string };

function isFound({ title, initials, words }: Findable, text: string): boolean {
  const known = [title, initials, ...words.split(' ')].map((word) => word.toLowerCase());
  return known.some((word) => (/\p{Script=Han}/u.test(text) ? word.includes(text) : word.startsWith(text)));
}

type Entry = Hit & Findable;

const entryOf = (screen: Screen, way?: Way): Entry => ({
  key: addressOf(screen, way),
  title: way?.title ?? screen.title,
  note: way ? screen.title : '',
  initials: way?.initials ?? screen.initials,
  words: way?.words ?? screen.words,
  target: way ? { to: screen.address, search: way.search } : { to: screen.address },
});

const pages: readonly Entry[] = screens.flatMap((screen) => [
  entryOf(screen),
  ...(screen.parts ?? []).map((part) => entryOf(screen, part)),
]);
const acts: readonly Entry[] = screens.flatMap((screen) => (screen.acts ?? []).map((act) => entryOf(screen, act)));
const help: readonly Entry[] = [
  ...helpTopics.map(({ key, title, initials, words, lead }) => ({
    key: `help-${key}`,
    title,
    note: lead,
    words: `${words} 帮助`,
    initials,
    target: { help: key },
  })),
  {
    key: `help-${keysTopic}`,
    title: '快捷键',
    note: '不用鼠标怎样操作',
    words: '键盘 帮助',
    initials: 'kjj',
    target: { help: keysTopic },
  },
];

export function destinations(text: string): HitGroup[] {
  const wanted = text.trim().toLowerCase();
  const found = (entries: readonly Entry[]): Hit[] => entries.filter((entry) => isFound(entry, wanted));
  return [
    { title: '操作', hits: found(acts) },
    { title: '页面', hits: found(pages) },
    { title: '帮助', hits: found(help).slice(0, 4) },
  ];
}
