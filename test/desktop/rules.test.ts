// The desktop's two pure rules, by table: which link may leave, and where a window may open.
import { describe, expect, test } from 'vitest';
import { fitPlace, readPlace } from '../../main/desktop/bounds.ts';
import { isSafeExternal } from '../../main/desktop/externalDoor.ts';
import { isOurs } from '../../main/desktop/scheme.ts';

describe('the external door', () => {
  test.each(['https://www.example.com', 'https://a-b.example.com/path?x=1#y', 'https://例子.测试/'])('opens %s', (address) =>
    expect(isSafeExternal(address)).toBe(true),
  );
  test.each([
    'http://example.com/',
    'file:///C:/Windows/System32/calc.exe',
    String.raw`\\server\share`,
    'smb://server/share',
    'ms-settings:',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:pass@example.com/',
    'https://example.com:8443/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'app://grid-ledger/',
    ' ',
    '',
  ])('stays shut for %s', (address) => expect(isSafeExternal(address)).toBe(false));
  test('stays shut for an endless address', () => expect(isSafeExternal(`https://example.com/${'x'.repeat(3000)}`)).toBe(false));
});

test.each([
  ['app://grid-ledger/', true],
  ['app://grid-ledger/workers?x=1', true],
  ['app://grid-ledger.example.com/', false],
  ['app://user@grid-ledger/', false],
  ['app://grid-ledger:80/', false],
  ['https://grid-ledger/', false],
  ['app:grid-ledger', false],
  ['', false],
])('an address of ours: %s is %s', (address, expected) => expect(isOurs(address)).toBe(expected));

describe('the window’s place', () => {
  const one = [{ x: 0, y: 0, width: 1366, height: 728 }];
  const two = [...one, { x: 1366, y: 0, width: 1920, height: 1040 }];
  const at = (x: number, y: number, width = 1200, height = 700) => ({ x, y, width, height, maximized: false });
  test.each([
    ['the first time, within the screen', null, one, { width: 1366, height: 728 }],
    ['where it was', at(50, 20), one, { x: 50, y: 20, width: 1200, height: 700 }],
    ['on the second screen', at(1500, 100), two, { x: 1500, y: 100, width: 1200, height: 700 }],
    ['anywhere, once that screen is gone', at(1500, 100), one, { width: 1200, height: 700 }],
    ['anywhere, when its title bar would be above', at(50, -300), one, { width: 1200, height: 700 }],
    ['no larger than the screen', at(0, 0, 3000, 2000), one, { x: 0, y: 0, width: 1366, height: 728 }],
    ['no smaller than can be worked in', at(0, 0, 300, 200), one, { x: 0, y: 0, width: 1024, height: 600 }],
  ])('%s', (_title, place, areas, expected) => expect(fitPlace(place, areas)).toEqual(expected));
  test.each([[null], ['x'], [{}], [{ x: 1, y: 1, width: '3', height: 1 }], [{ x: NaN, y: 1, width: 1, height: 1 }]])(
    'reads nothing out of %j',
    (value) => expect(readPlace(value)).toBeNull(),
  );
});
