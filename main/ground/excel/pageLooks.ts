// How the tags of a web page make their text look: struck through, or not to be seen. Said by the tag itself, by its style, or by a
// class of the page's style sheets, as Excel writes them.

/** `struck` is null where nothing is said of it; false where it is said not to be. */
export type Look = { struck: boolean | null; hidden: boolean };

const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const classes = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const hiding =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|(?:opacity|font-size)\s*:\s*0(?:\.0*)?(?:[a-z]+|%)?\s*(?:[;!]|$))/i;
const decoration = /text-decoration(?:-line)?\s*:([^;]*)/gi;
const crossingOut = /^(?:s|strike|del)$/;

const attribute = (pattern: RegExp, tag: string): string => {
  const found = pattern.exec(tag);
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : '';
};

function lookOf(declarations: string): Look {
  const [, said = ''] = [...declarations.matchAll(decoration)].at(-1) ?? [];
  const struck = /line-through/i.test(said) ? true : /none/i.test(said) ? false : null;
  return { struck, hidden: hiding.test(declarations) };
}

export class PageLooks {
  readonly #ofClasses = new Map<string, Look>();

  /** A style sheet of the page. What only holds on some media, and what isn't said of a class alone, is passed over. */
  add(sheet: string): void {
    const css = sheet.replaceAll(/<!--|-->|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '');
    let [depth, from, open] = [0, 0, 0];
    for (let at = 0; at < css.length; at++) {
      const mark = css[at];
      if (mark === '{' && depth++ === 0) open = at;
      else if (mark === '}' && depth > 0 && --depth === 0) {
        this.#rule(css.slice(from, open).trim(), css.slice(open + 1, at));
        from = at + 1;
      } else if (mark === ';' && depth === 0) from = at + 1;
    }
  }

  /** @param name in small letters */
  of(name: string, tag: string): Look {
    let { struck, hidden } = lookOf(attribute(style, tag));
    for (const own of attribute(classes, tag).split(/\s+/)) {
      const look = this.#ofClasses.get(own);
      struck ??= look?.struck ?? null;
      hidden ||= look?.hidden ?? false;
    }
    // The word may stand within another attribute's text.
    hidden ||= /\shidden[\s>=/]/i.test(tag.replaceAll(/"[^"]*"|'[^']*'/g, ''));
    return { struck: struck ?? (crossingOut.test(name) ? true : null), hidden };
  }

  #rule(selectors: string, declarations: string): void {
    if (selectors.startsWith('@')) return;
    const look = lookOf(declarations);
    if (look.struck === null && !look.hidden) return;
    for (const selector of selectors.split(',')) {
      const [, own] = /^\w*\.([\w-]+)$/.exec(selector.trim()) ?? [];
      if (own !== undefined) this.#ofClasses.set(own, look);
    }
  }
}
