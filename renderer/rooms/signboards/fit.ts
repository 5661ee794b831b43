// Makes texts fit their boxes: every width is read first, then every size written, because reading and writing in turn lays the
// page out anew each time (18 s instead of 17 ms for 2,000 texts). A text shrinks to 60 % at the least, then wraps within the
// height of its box; what doesn't fit even so is reported, never hidden.

/** A text that fits nowhere; `field` is its Chinese name. */
export type Overflow = { gridId: number; field: string };

const leastScale = 0.6;
/** Boxes and texts are measured in fractions of a pixel; this much too wide nobody sees. */
const tolerance = 1.002;

const spanOf = (box: HTMLElement): HTMLElement => {
  const span = box.firstElementChild;
  if (!(span instanceof HTMLElement)) throw new Error('a text that must fit has no span');
  return span;
};

/** The rendered fonts must have loaded, and `root` must be laid out (not display: none). May be called again after a change. */
export function fitTexts(root: HTMLElement): Overflow[] {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-fit]')];
  for (const box of boxes) {
    spanOf(box).style.fontSize = '';
    box.classList.remove('wrapped');
  }
  const widths = boxes.map((box) => ({
    box,
    space: box.getBoundingClientRect().width,
    text: spanOf(box).getBoundingClientRect().width,
  }));
  const shrunk = widths.filter(({ space, text }) => text > space * tolerance);
  for (const { box, space, text } of shrunk) {
    const scale = space / text;
    spanOf(box).style.fontSize = `${Math.max(leastScale * 100, Math.floor(scale * 1000) / 10)}%`;
    if (scale < leastScale) box.classList.add('wrapped');
  }
  return shrunk
    .filter(({ box }) => {
      const inner = spanOf(box).getBoundingClientRect();
      const outer = box.getBoundingClientRect();
      return inner.width > outer.width * tolerance || inner.height > outer.height * tolerance;
    })
    .map(({ box }) => ({
      gridId: Number(box.closest<HTMLElement>('[data-grid]')?.dataset.grid),
      field: box.dataset.fit ?? '',
    }));
}
