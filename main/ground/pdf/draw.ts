// Draws drawings as the pages of a PDF. It decides nothing: what stands where is in the drawing. Text goes straight into the page's
// content, glyph by glyph in the font's own widths, because pdfkit's own way sets, measures and positions each line three times over.
import PdfKit from 'pdfkit';
import { type Color, type Drawing, type Mark, type Stroke, type TextMark, thousandth } from '../../../shared/drawing/drawing.ts';
import type { Weight } from '../../../shared/drawing/glyphs.ts';
import { fontFile } from './fonts.ts';

/** What pdfkit keeps of a font that a document uses. */
type UsedFont = {
  id: string;
  /** The numbers of the text's glyphs in the subset, as four hexadecimal digits each. */
  encode(text: string): [string[], unknown];
  ref(): unknown;
};

const points = (millimetres: number): number => (millimetres * 72) / 25.4;
const written = (number: number): string => String(thousandth(number));

export class PdfPages {
  readonly #document: PDFKit.PDFDocument;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<void>;
  /** By weight: the font, and its glyph by character. */
  readonly #fonts = new Map<Weight, { font: UsedFont; glyphs: Map<string, string> }>();
  /** What the page was last told: most marks look like the one before. */
  #pen = { fill: '', stroke: '' };
  /** Text that waits to go into the page's content together, because each writing of pdfkit's costs as much as many texts. */
  #texts: string[] = [];

  constructor(about: { title: string; author: string; created: Date }) {
    this.#document = new PdfKit({
      autoFirstPage: false,
      font: fontFile(400),
      margin: 0,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      displayTitle: true,
      fontLayoutCache: false,
      info: { Title: about.title, Author: about.author, CreationDate: about.created },
    });
    this.#ended = new Promise((resolve, reject) => {
      this.#document.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
      this.#document.on('end', resolve);
      this.#document.on('error', reject);
    });
  }

  /** @param pictures the JPEGs of the drawing by their keys */
  add(drawing: Drawing, pictures: ReadonlyMap<string, Uint8Array>): void {
    this.#document.addPage({ size: [points(drawing.width), points(drawing.height)], margin: 0 });
    this.#pen = { fill: '', stroke: '' };
    for (const mark of drawing.marks) this.#draw(mark, pictures);
    this.#flush();
  }

  /** The whole file. */
  async end(): Promise<Uint8Array<ArrayBuffer>> {
    this.#document.end();
    await this.#ended;
    // Not Buffer.concat: its memory may come from a pool, which can't be handed from a worker to the main thread.
    const bytes = new Uint8Array(this.#chunks.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let offset = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, offset);
      offset += chunk.byteLength;
    }
    return bytes;
  }

  #draw(mark: Mark, pictures: ReadonlyMap<string, Uint8Array>): void {
    const document = this.#document;
    if (mark.kind === 'text') {
      this.#text(mark);
      return;
    }
    this.#flush();
    if (mark.kind === 'line') {
      this.#stroke(mark.stroke);
      document.moveTo(points(mark.x1), points(mark.y1)).lineTo(points(mark.x2), points(mark.y2)).stroke();
    } else {
      const [x, y, width, height] = [points(mark.x), points(mark.y), points(mark.width), points(mark.height)];
      if (mark.kind === 'picture') {
        const bytes = pictures.get(mark.key);
        if (!bytes) throw new Error(`the drawing's picture ${mark.key} is missing`);
        document.image(Buffer.from(bytes), x, y, { width, height });
        return;
      }
      if (mark.stroke) this.#stroke(mark.stroke);
      if (mark.fill) this.#fill(mark.fill);
      if (mark.radius === undefined) document.rect(x, y, width, height);
      else document.roundedRect(x, y, width, height, points(mark.radius));
      if (mark.fill && mark.stroke) document.fillAndStroke();
      else if (mark.fill) document.fill();
      else document.stroke();
    }
  }

  #stroke({ width, color }: Stroke): void {
    const pen = `${color} ${width}`;
    if (this.#pen.stroke === pen) return;
    this.#pen.stroke = pen;
    this.#document.lineWidth(points(width)).strokeColor(color);
  }

  #fill(color: Color): void {
    if (this.#pen.fill === color) return;
    this.#pen.fill = color;
    this.#flush();
    this.#document.fillColor(color);
  }

  #text({ text, x, y, weight, size, color, tracking = 0 }: TextMark): void {
    const { font, glyphs } = this.#font(weight);
    let encoded = '';
    for (const character of text) {
      let glyph = glyphs.get(character);
      if (glyph === undefined) {
        glyph = font.encode(character)[0].join('');
        glyphs.set(character, glyph);
      }
      encoded += glyph;
    }
    const { page } = this.#document;
    page.fonts[font.id] ??= font.ref();
    this.#fill(color);
    // The page's axis points downwards, so the glyphs are turned over.
    this.#texts.push(
      `BT /${font.id} ${written(size)} Tf ${written(tracking * size)} Tc 1 0 0 -1 ${written(points(x))} ${written(points(y))} Tm <${encoded}> Tj ET`,
    );
  }

  #flush(): void {
    if (this.#texts.length === 0) return;
    this.#document.addContent(this.#texts.join('\n'));
    this.#texts = [];
  }

  #font(weight: Weight): { font: UsedFont; glyphs: Map<string, string> } {
    const known = this.#fonts.get(weight);
    if (known) return known;
    this.#document.font(fontFile(weight));
    const opened = { font: Reflect.get(this.#document, '_font') as UsedFont, glyphs: new Map<string, string>() };
    this.#fonts.set(weight, opened);
    return opened;
  }
}
