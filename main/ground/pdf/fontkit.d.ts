// The little that is used of a package without types.
declare module 'fontkit' {
  type Font = {
    characterSet: number[];
    glyphForCodePoint(code: number): { id: number; advanceWidth: number };
    /** `includeGlyph` gives the glyph's number in the subset, `glyphs` are the font's numbers by those, `encode` makes its CFF table. */
    createSubset(): {
      cff: { topDict: { CIDFontVersion: number } };
      includeGlyph(id: number): number;
      glyphs: number[];
      encode(): Uint8Array;
    };
  };
  export function create(bytes: Uint8Array): Font;
}
