// The list of screens: what is written by hand in it is right, and what others read of it fits together.
import { describe, expect, test } from 'vitest';
import { reportsSearch } from '../../renderer/rooms/reports/links.ts';
import { gridsSearch, placesSearch, workersSearch } from '../../renderer/rooms/roster/links.ts';
import { settingsSearch } from '../../renderer/rooms/settings/tabs.ts';
import { signboardsSearch } from '../../renderer/rooms/signboards/links.ts';
import { helpTopics } from '../../shared/help/topics.ts';
import { reportParameters } from '../../shared/reports.ts';
import { reportIds } from '../../shared/reports/ids.ts';
import { pinyinOf } from '../../main/kit/pinyin.ts';
import { addressOf, menuBlocks, type ScreenAddress, screenAt, screenOf, screens, waysInto } from '../../shared/screens.ts';

const ways = screens.flatMap((screen) => waysInto(screen).map((way) => ({ screen, way })));
const searches: Partial<Record<ScreenAddress, (said: Readonly<Record<string, unknown>>) => object>> = {
  '/workers': workersSearch,
  '/places': placesSearch,
  '/grids': gridsSearch,
  '/signboards': signboardsSearch,
  '/reports': reportsSearch,
  '/settings': settingsSearch,
};

test('each address and each title is there once', () => {
  const addresses = [...screens.map((screen) => addressOf(screen)), ...ways.map(({ screen, way }) => addressOf(screen, way))];
  const titles = [...screens.map(({ title }) => title), ...ways.map(({ way }) => way.title)];
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(new Set(titles).size).toBe(titles.length);
  const accelerators = [...screens, ...screens.map(({ file }) => file), ...ways.map(({ way }) => way.file)].flatMap(
    (entry) => entry?.accelerator ?? [],
  );
  expect(new Set(accelerators).size).toBe(accelerators.length);
});

test('each topic of the help has a key of its own', () => {
  expect(new Set(helpTopics.map(({ key }) => key)).size).toBe(helpTopics.length);
});

test('initials are those of the title', () => {
  for (const { title, initials } of [...screens, ...ways.map(({ way }) => way), ...helpTopics])
    expect({ title, initials }).toEqual({ title, initials: pinyinOf(title, { surname: false }).initials });
});

test('a way asks for what its screen understands', () => {
  for (const { screen, way } of ways) expect(searches[screen.address]?.(way.search)).toEqual(way.search);
});

test('each report can be exported by name', () => {
  const acts = screenOf('/reports').acts;
  expect(acts.map(({ search }) => search.report)).toEqual(reportIds);
  for (const { words, title, search } of acts) expect(`${title} ${words}`).toContain(reportParameters[search.report].name);
});

describe('the side menu', () => {
  test('shows every screen as the present one: by its own entry, or by that of the screen it is under', () => {
    const shown = menuBlocks.flat().map(({ address }) => address);
    for (const { address, under } of screens) expect(shown).toContain(under ?? address);
  });
  test('holds what has a block, in the order of the list', () => {
    expect(menuBlocks.flat()).toEqual(screens.filter(({ block }) => block !== undefined));
    for (const block of menuBlocks) expect(new Set(block.map((screen) => screen.block)).size).toBe(1);
  });
});

test('a path belongs to its screen, and to none where there is none', () => {
  for (const screen of screens) expect(screenAt(screen.address)).toBe(screen);
  expect(screenAt('/workers/12')?.address).toBe('/workers');
  expect(screenAt('/workersnot')).toBeUndefined();
  expect(screenAt('/nowhere')).toBeUndefined();
});
