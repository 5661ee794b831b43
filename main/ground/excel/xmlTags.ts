// Walks the tags of an XML part, or of a page that is none, in one pass, for what the workbook library doesn't tell: it says where in the
// text each tag stands, decodes nothing that isn't asked for (a sheet may have a million tags) and minds no broken text. Comments, CDATA
// and `>` inside attributes are passed over rightly. Where whole elements with their attributes are wanted, and a broken part has to be
// noticed, it is readXml.ts.

/** `name` is without its prefix; `from` and `to` are where the tag's text begins and ends, `to` behind its `>`. */
export type OnTag = (name: string, kind: 'open' | 'close' | 'empty', from: number, to: number) => void;

export function walkTags(text: string, onTag: OnTag): void {
  for (let from = text.indexOf('<'); from !== -1; from = text.indexOf('<', from)) {
    const skipped = skipMarkup(text, from);
    if (skipped !== null) {
      from = skipped;
      continue;
    }
    // In a page, what no letter follows is text.
    if (!isNameStart(text.charCodeAt(from + 1))) {
      from++;
      continue;
    }
    const end = tagEnd(text, from + 1);
    const closing = text.charCodeAt(from + 1) === 47;
    const start = from + (closing ? 2 : 1);
    let stop = start;
    let local = start;
    while (stop < end) {
      const code = text.charCodeAt(stop);
      if (code <= 32 || code === 47 || code === 62) break;
      if (code === 58) local = stop + 1;
      stop++;
    }
    const empty = !closing && text.charCodeAt(end - 2) === 47;
    onTag(text.slice(local, stop), closing ? 'close' : empty ? 'empty' : 'open', from, end);
    from = end;
  }
}

/** A letter, `_` or the slash of a closing tag; beyond ASCII all are letters. */
const isNameStart = (code: number): boolean =>
  code === 47 || code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127;

/** Where a comment, CDATA or instruction at `from` ends; null for a tag. */
function skipMarkup(text: string, from: number): number | null {
  const mark = text.charCodeAt(from + 1);
  if (mark !== 33 && mark !== 63) return null;
  const close = text.startsWith('<!--', from) ? '-->' : text.startsWith('<![CDATA[', from) ? ']]>' : '>';
  const end = text.indexOf(close, from);
  return end === -1 ? text.length : end + close.length;
}

function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code !== 34 && code !== 39) continue;
    at = text.indexOf(code === 34 ? '"' : "'", at + 1);
    if (at === -1) break;
  }
  return text.length;
}

const patterns = new Map<string, RegExp>();

/** An attribute of a tag by its name without prefix, as written, or null. @param tag the tag's text */
export function attributeOf(tag: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const found = pattern.exec(tag);
  return found ? (found[1] ?? found[2] ?? '') : null;
}

/** An attribute that is `1` or `true`. */
export const isSet = (tag: string, name: string): boolean => /^(1|true|on)$/.test(attributeOf(tag, name) ?? '');

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  thinsp: ' ',
  middot: '·',
  bull: '•',
  times: '×',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
};

/** Text with entities as their characters, in XML or in a page. One that isn't known stays to be seen. */
export const unescaped = (written: string): string =>
  written.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));?/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );

/** Text between tags as it is meant: CDATA opened, entities and numbers of characters as their characters. */
export const xmlText = (written: string): string =>
  unescaped(written.replaceAll(/<!\[CDATA\[(.*?)\]\]>/gs, (_, own: string) => own.replaceAll('&', '&amp;')));
