// What the command box finds, and in which order. The ledger's rows come as the program found them (main/rooms/search/everything.ts); what is
// offered now, screens, ways into them and help topics are matched here, in the window: Chinese anywhere in their words, pinyin
// initials and other letters from the beginning of a word.
import { addressOf, type Screen, type ScreenAddress, screenAt, screens, type Way } from '../../shared/screens.ts';
import { helpTopics, keysTopic } from '../../shared/help/topics.ts';
import type { OfferedAct } from '../ui/offered.ts';

/** `list`: which of a screen's lists holds the row, where it has several. */
export type RowTarget = { to: ScreenAddress; list: Way['search']; open: number };
export type Target = RowTarget | { to: string; search?: Record<string, unknown> } | { help: string } | { run: () => void };
/** A line of the list; `keys` do the same. */
export type Hit = { key: string; title: string; note: string; keys?: string; target: Target };
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

/** The screens and their parts, by address. */
export const pages: readonly Entry[] = screens.flatMap((screen) => [
  entryOf(screen),
  ...(screen.parts ?? []).map((part) => entryOf(screen, part)),
]);
const actsOf = (screen: Screen): Entry[] => (screen.acts ?? []).map((act) => entryOf(screen, act));
const acts: readonly Entry[] = screens.flatMap(actsOf);

const offeredEntry = ({ name, words, about = '', shortcut, run }: OfferedAct): Entry => ({
  key: `offered-${name}-${about}`,
  title: name,
  note: about,
  initials: '',
  words: `${words} ${about}`,
  ...(shortcut === undefined ? {} : { keys: shortcut }),
  target: { run },
});
/** First what concerns something named. What a screen offers itself isn't named again as a way into it. */
const withOffered = (offered: readonly OfferedAct[], ways: readonly Entry[]): Entry[] => [
  ...offered.filter(({ about }) => about !== undefined).map(offeredEntry),
  ...offered.filter(({ about }) => about === undefined).map(offeredEntry),
  ...ways.filter(({ title }) => !offered.some(({ name }) => name === title)),
];

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

/** What a text finds: the ledger's rows, acts, pages, help; but acts or pages called just so come before rows that hold the word. */
export function everythingFound(text: string, ledger: readonly HitGroup[], offered: readonly OfferedAct[]): HitGroup[] {
  const wanted = text.trim().toLowerCase();
  const isMeant = ({ title }: Hit): boolean => title.toLowerCase() === wanted;
  const found = (entries: readonly Entry[]): Hit[] => {
    const hits = entries.filter((entry) => isFound(entry, wanted));
    return [...hits.filter(isMeant), ...hits.filter((hit) => !isMeant(hit))];
  };
  const here = [
    { title: '操作', hits: found(withOffered(offered, acts)) },
    { title: '页面', hits: found(pages) },
  ];
  const meant = here.filter(({ hits }) => hits.some(isMeant));
  const groups = [
    ...meant,
    ...ledger,
    ...here.filter((group) => !meant.includes(group)),
    { title: '帮助', hits: found(help).slice(0, 4) },
  ];
  return groups.filter(({ hits }) => hits.length > 0);
}

/** What can be done on the present screen. */
export const actsHere = (path: string, offered: readonly OfferedAct[]): HitGroup => {
  const screen = screenAt(path);
  return { title: '操作', hits: withOffered(offered, screen ? actsOf(screen) : []) };
};
