// What a person can't get at in a window: asked of the page itself, so that a screen of any room is judged alike. Whatever carries
// text or takes a click stands inside the window, or inside something that scrolls to it; the primary button is in sight and on top;
// the page never moves sideways, nor does one scroll bar stand in another of the same direction.
import type { Page } from 'playwright/test';

/** What is wrong, a line each; empty where everything can be got at. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Edges = { left: number; right: number; top: number; bottom: number };
    const slack = 1.5;
    const found = new Set<string>();
    const controls = 'button, a[href], input, select, textarea, [role="button"], [role="option"], [role="menuitem"]';
    /** They fit their text themselves (board), draw paper at its own size, or are the browser's to scroll. */
    const ownMeasure = '.board, .ant-select-content-item-suffix, .visually-hidden, [aria-hidden="true"], .anticon';
    /** Only tables, sheets and paper move sideways. */
    const sideways = '.ant-table-body, .ant-table-content, .ant-table-header, .import-sheet, .paper-frame, .scrolls-sideways';
    /** Stands over others until the next click or key. */
    const floating = '.ant-popover, .ant-dropdown, .ant-message, .search-list';
    /** So do these, or they stand over what scrolls. */
    const passing = `${floating}, .rail, .rail-title, .ant-modal-root, .ant-drawer, [class*="cell-fix"], thead`;
    const window = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };

    const nameOf = (element: Element): string => {
      const text = (element.textContent || element.getAttribute('aria-label') || '').trim().replace(/\s+/g, ' ').slice(0, 24);
      const classes = [...element.classList].filter((name) => !name.startsWith('css-')).slice(0, 2);
      return [element.tagName.toLowerCase(), ...classes].join('.') + (text ? ` “${text}”` : '');
    };
    const scrolls = (style: CSSStyleDeclaration, axis: 'x' | 'y') =>
      ['auto', 'scroll'].includes(axis === 'x' ? style.overflowX : style.overflowY);
    /** A table's head goes along with its body. */
    const goesAlong = (frame: Element) => {
      const body = frame.matches('.ant-table-header') ? frame.nextElementSibling : null;
      return body !== null && body.scrollWidth > body.clientWidth;
    };
    const clips = (style: CSSStyleDeclaration, axis: 'x' | 'y') =>
      (axis === 'x' ? style.overflowX : style.overflowY) !== 'visible';
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });

    /** The boxes that may cut the element, from the inside out: what is positioned is cut only by what it is positioned in. */
    const framesOf = (element: Element): Element[] => {
      const frames: Element[] = [];
      let position = getComputedStyle(element).position;
      for (let frame = element.parentElement; frame && frame !== document.body; frame = frame.parentElement) {
        if (position === 'fixed') break;
        const style = getComputedStyle(frame);
        if (position === 'absolute' && style.position === 'static' && style.transform === 'none') continue;
        frames.push(frame);
        ({ position } = style);
      }
      return frames;
    };

    /** Where the element can't be seen, null where it can: scrolled to it, its frame stands for it. */
    const lostAt = (element: Element, edges: Edges, isText: boolean): string | null => {
      const box = { left: edges.left, right: edges.right, top: edges.top, bottom: edges.bottom };
      const own = isText ? [element, ...framesOf(element)] : framesOf(element);
      for (const frame of own) {
        const style = getComputedStyle(frame);
        const { left, top, right, bottom } = frame.getBoundingClientRect();
        if (clips(style, 'x') && (box.left < left - slack || box.right > right + slack)) {
          const shortened = style.textOverflow === 'ellipsis' && right - left > 20;
          if (!scrolls(style, 'x') && !shortened && !goesAlong(frame)) return `cut sideways by ${nameOf(frame)}`;
        }
        if (clips(style, 'y') && (box.top < top - slack || box.bottom > bottom + slack) && !scrolls(style, 'y'))
          return `cut in height by ${nameOf(frame)}`;
        if (clips(style, 'x')) Object.assign(box, { left: Math.max(box.left, left), right: Math.min(box.right, right) });
        if (clips(style, 'y')) Object.assign(box, { top: Math.max(box.top, top), bottom: Math.min(box.bottom, bottom) });
        // Scrolled out of sight: from here on its frame must be reached.
        if (box.left >= box.right) Object.assign(box, { left, right });
        if (box.top >= box.bottom) Object.assign(box, { top, bottom });
      }
      if (box.left < window.left - slack || box.right > window.right + slack) return 'beside the window';
      if (box.top < window.top - slack || box.bottom > window.bottom + slack) return 'above or below the window';
      return null;
    };

    /** What lies over the control, null where a click reaches it or something that goes away again. */
    const coveredBy = (element: Element, { left, right, top, bottom }: DOMRect): string | null => {
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (!hit || element.contains(hit) || hit.contains(element) || hit.closest(passing)) return null;
      if (element.matches('input') && element.closest('label, .ant-checkbox, .ant-radio')) return null;
      // Scrolled out of sight below a head or foot.
      const isScrolled = framesOf(element).some((frame) => {
        const box = frame.getBoundingClientRect();
        return (
          clips(getComputedStyle(frame), 'y') && (top < box.top || bottom > box.bottom || left < box.left || right > box.right)
        );
      });
      return isScrolled ? null : `covered by ${nameOf(hit)}`;
    };

    /** A short word, a name, a number, a day: never shortened. */
    const mustBeWhole = /^([\p{Script=Han}]{1,4}|[\d\s:：年月日.-]{2,16})$/u;

    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(ownMeasure) || !isShown(element)) continue;
      const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      for (const text of texts) {
        const range = document.createRange();
        range.selectNodeContents(text);
        const edges = range.getBoundingClientRect();
        if (edges.width === 0 || edges.height === 0) continue;
        // Tabs that find no room stand in a menu of their own.
        const folding = element.closest('.ant-tabs-nav-wrap');
        if (folding?.nextElementSibling && !folding.nextElementSibling.matches('[class*="hidden"]')) continue;
        const lost = lostAt(element, edges, true);
        if (lost) found.add(`${nameOf(element)}: ${lost}`);
        const shortening = element.closest('.ant-table-cell') ? [element, ...framesOf(element)] : [];
        const cell = shortening.find((frame) => getComputedStyle(frame).textOverflow === 'ellipsis');
        if (cell && cell.scrollWidth > cell.clientWidth && mustBeWhole.test(cell.textContent.trim()))
          found.add(`${nameOf(cell)}: shortened`);
      }
      if (element.matches(controls)) {
        const edges = element.getBoundingClientRect();
        const folding = element.closest('.ant-tabs-nav-wrap, .ant-select, .ant-upload');
        if (edges.width > 1 && edges.height > 1 && !folding) {
          const lost = lostAt(element, edges, false) ?? coveredBy(element, edges);
          if (lost) found.add(`${nameOf(element)}: ${lost}`);
        }
      }
      const style = getComputedStyle(element);
      if (scrolls(style, 'x') && element.scrollWidth > element.clientWidth + 1 && !element.matches(`textarea, ${sideways}`))
        found.add(`${nameOf(element)}: moves sideways by ${element.scrollWidth - element.clientWidth}`);
      if (scrolls(style, 'y') && element.scrollHeight > element.clientHeight + 1 && !element.matches('textarea')) {
        const around = framesOf(element).find((frame) => {
          const its = getComputedStyle(frame);
          return scrolls(its, 'y') && frame.scrollHeight > frame.clientHeight + 1;
        });
        if (around) found.add(`${nameOf(element)}: scrolls within ${nameOf(around)}`);
      }
    }

    const dialogs = [...document.querySelectorAll('.ant-modal, .ant-drawer')].filter(isShown);
    const top: ParentNode = dialogs.at(-1) ?? document;
    const primaries = [...top.querySelectorAll('.ant-btn-primary')].filter(isShown);
    for (const primary of primaries) {
      const { left, right, top: above, bottom } = primary.getBoundingClientRect();
      const corners = [
        [left + 4, above + 4],
        [right - 4, bottom - 4],
      ] as const;
      const isOnTop = corners.every(([x, y]) => {
        const hit = document.elementFromPoint(x, y);
        return primary.contains(hit) || hit?.closest(floating);
      });
      if (!isOnTop) found.add(`${nameOf(primary)}: the primary button is not in sight`);
    }
    for (const whole of [document.documentElement, document.body, document.querySelector('#root > *')])
      if (whole && whole.scrollWidth > innerWidth) found.add(`${nameOf(whole).slice(0, 20)}: wider than the window`);
    return [...found];
  });
}
