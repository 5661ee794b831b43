// What is searched for in a list stands in its address, so that going back and reloading bring it again; but an address is read over a
// shoulder and kept in a history, and a search may be somebody's number. Such a search stays in this window's own memory as long as the
// window lives, and the address carries a sign for it.
import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router';
import { maskNumbersIn } from '../shared/rules/masking.ts';
import { message } from './ui/messages.ts';

type Said = Record<string, unknown>;

const prefix = 'search ';
/** Of letters alone, so that no address looks as if it held a number. */
const sign = /^~[a-p]{12}$/;

/** An ID number's first six are a region's; what follows them is the person's own, also while it is still being typed. */
const regionDigits = 6;

const isPersonal = (text: string): boolean =>
  (text.match(/[\d\uff10-\uff19]/g)?.length ?? 0) > regionDigits || maskNumbersIn(text, 'hide') !== text || sign.test(text);

/** The same search has the same sign, so that it is the same address. */
function signFor(text: string): string {
  for (let index = 0; index < sessionStorage.length; index++) {
    const key = sessionStorage.key(index) ?? '';
    if (key.startsWith(prefix) && sessionStorage.getItem(key) === text) return key.slice(prefix.length);
  }
  const made = `~${Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => 'abcdefghijklmnop'[byte % 16]).join('')}`;
  sessionStorage.setItem(prefix + made, text);
  return made;
}

const missed = new Set<string>();

/** An address from elsewhere, or of a window that was closed: the list is shown whole, and that is said, once. */
function textOf(made: string): string | undefined {
  const text = sessionStorage.getItem(prefix + made);
  if (text !== null) return text;
  if (!missed.has(made)) message.info('地址里不保留号码，请重新输入要查找的号码', 6);
  missed.add(made);
  return undefined;
}

/** For the router: what an address's search says. */
export function parseSearch(address: string): Said {
  const said: Said = defaultParseSearch(address);
  // As it is written: as a number, an ID number would lose its last digits.
  const text = typeof said.search === 'number' ? new URLSearchParams(address).get('search') : said.search;
  return typeof text === 'string' ? { ...said, search: sign.test(text) ? textOf(text) : text } : said;
}

/** For the router: the search of an address that says it. */
export function stringifySearch(said: Said): string {
  const { search } = said;
  return defaultStringifySearch(typeof search === 'string' && isPersonal(search) ? { ...said, search: signFor(search) } : said);
}

// One that a person typed, before anything else reads it.
const written = new URLSearchParams(location.search).get('search') ?? '';
if (isPersonal(written) && !sign.test(written))
  history.replaceState(history.state, '', location.pathname + stringifySearch(parseSearch(location.search)));
