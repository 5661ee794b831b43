// The text of one cell of an .ods, piece by piece: spans may be struck through on their own, or be what isn't in a cell that is.
// Notes and drawings that lie in the cell are no part of it.
import { type ShownText, shownText } from './shownText.ts';
import { attributeOf, type OnTag, xmlText } from './xmlTags.ts';

/** Spaces that a single tag stands for; a text with more is refused as too long. */
const mostSpaces = 32_768;

export class OdsText {
  readonly #content: string;
  /** Of styles of text: whether they strike through, where they or those they are made after say so. */
  readonly #strikes: ReadonlyMap<string, boolean>;
  #pieces: { text: string; struck: boolean | null }[] = [];
  #spans: (boolean | null)[] = [];
  #depth = 0;
  #textFrom = 0;

  constructor(content: string, strikes: ReadonlyMap<string, boolean>) {
    this.#content = content;
    this.#strikes = strikes;
  }

  begin(): void {
    [this.#pieces, this.#spans, this.#depth] = [[], [], 0];
  }

  /** A tag within the cell. Paragraphs stand right in it. */
  tag(...[name, kind, from, to]: Parameters<OnTag>): void {
    if (this.#spans.length > 0) this.#add(xmlText(this.#content.slice(this.#textFrom, from)));
    this.#textFrom = to;
    const isParagraph = name === 'p' && this.#depth === (kind === 'close' ? 1 : 0);
    this.#depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
    if (isParagraph && kind === 'close') this.#spans = [];
    else if (isParagraph) {
      if (this.#pieces.length > 0) this.#pieces.push({ text: '\n', struck: null });
      if (kind === 'open') this.#spans = [null];
    } else if (this.#spans.length === 0) return;
    else if (name === 'span' && kind === 'close') this.#spans.pop();
    else if (name === 'span' && kind === 'open') this.#spans.push(this.#strikeOf(from, to));
    else if (name === 's') this.#add(' '.repeat(Math.min(Number(this.#attribute('c', from, to) ?? 1), mostSpaces)));
    else if (name === 'tab') this.#add('\t');
    else if (name === 'line-break') this.#add('\n');
  }

  shown(cellIsStruck: boolean): ShownText {
    return shownText(this.#pieces.map(({ text, struck }) => ({ text, look: (struck ?? cellIsStruck) ? 'struck' : 'plain' })));
  }

  #add(text: string): void {
    if (text !== '') this.#pieces.push({ text, struck: this.#spans.at(-1) ?? null });
  }

  #attribute(name: string, from: number, to: number): string | null {
    return attributeOf(this.#content.slice(from, to), name);
  }

  #strikeOf(from: number, to: number): boolean | null {
    return this.#strikes.get(this.#attribute('style-name', from, to) ?? '') ?? this.#spans.at(-1) ?? null;
  }
}
