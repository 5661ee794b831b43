// Draws a drawing as SVG. It decides nothing: what stands where is in the drawing, and its text is set in the font that comes with it,
// unkerned, each line of it as wide as it was measured.
import { type Drawing, millimetresOf, type Stroke, type TextMark } from '../../../shared/drawing/drawing.ts';

const namespace = 'http://www.w3.org/2000/svg';

/** The font of drawings, by its weights. */
export const drawnFamily = 'Drawn Sheet';

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

const strokeOf = ({ width, color }: Stroke): Attributes => ({ stroke: color, 'stroke-width': width });

function textOf({ text, x, y, weight, size, color, tracking = 0 }: TextMark): SVGElement {
  const height = millimetresOf(size);
  const made = element('text', { x, y, 'font-size': height, 'font-weight': weight, fill: color });
  if (tracking !== 0) made.setAttribute('letter-spacing', String(tracking * height));
  made.textContent = text;
  return made;
}

/** @param pictures addresses of the JPEGs by their keys. @throws where one is missing */
export function svgOf({ width, height, marks }: Drawing, pictures: Readonly<Record<string, string>>): SVGElement {
  const svg = element('svg', {
    width: `${width}mm`,
    height: `${height}mm`,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': drawnFamily,
    style:
      'display: block; font-kerning: none; font-variant-ligatures: none; white-space: pre; text-rendering: geometricPrecision',
  });
  /** Lines of one stroke that follow each other are one path: a table's page has hundreds. */
  let lines: { stroke: Stroke; path: string } | null = null;
  const flush = (): void => {
    if (lines) svg.append(element('path', { d: lines.path, fill: 'none', ...strokeOf(lines.stroke) }));
    lines = null;
  };
  for (const mark of marks) {
    if (mark.kind === 'line') {
      const { stroke } = mark;
      if (lines && (lines.stroke.color !== stroke.color || lines.stroke.width !== stroke.width)) flush();
      lines ??= { stroke, path: '' };
      lines.path += `M${mark.x1} ${mark.y1}L${mark.x2} ${mark.y2}`;
      continue;
    }
    flush();
    if (mark.kind === 'text') svg.append(textOf(mark));
    else if (mark.kind === 'picture') {
      const href = pictures[mark.key];
      if (href === undefined) throw new Error(`the drawing's picture ${mark.key} is missing`);
      svg.append(
        element('image', { href, x: mark.x, y: mark.y, width: mark.width, height: mark.height, preserveAspectRatio: 'none' }),
      );
    } else {
      const { x, y, radius, fill = 'none', stroke } = mark;
      const rounded: Attributes = radius === undefined ? {} : { rx: radius };
      const edge: Attributes = stroke ? strokeOf(stroke) : {};
      svg.append(element('rect', { x, y, width: mark.width, height: mark.height, fill, ...rounded, ...edge }));
    }
  }
  flush();
  return svg;
}
