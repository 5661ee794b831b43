// The little that the build uses of two packages without types.
declare module 'fontkit' {
  type Font = {
    characterSet: number[];
    glyphForCodePoint(code: number): { id: number; advanceWidth: number };
    /** `includeGlyph` gives the glyph's number in the subset, `glyphs` are the font's numbers by those, `encode` makes its CFF table. */
    createSubset(): { includeGlyph(id: number): number; glyphs: number[]; encode(): Uint8Array };
  };
  export function create(bytes: Uint8Array): Font;
}
declare module 'subset-font' {
  type Options = {
    targetFormat: 'sfnt' | 'woff' | 'woff2' | 'truetype';
    noLayoutClosure?: boolean;
    noHinting?: boolean;
    keepFeatures?: string[];
    dropTables?: string[];
  };
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Uint8Array>;
}
