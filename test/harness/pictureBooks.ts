// Workbooks with pictures, put together part by part, so that a test says exactly how a picture is anchored, turned, cut or kept.
import { strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { workbookOf } from './importCalls.ts';

/** A portrait with a face of its own for each number: a red bar at the top, so that a turn shows. */
export const portrait = async (number: number, width = 250, height = 350): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({
      create: { width, height, channels: 3, background: { r: (number * 53) % 256, g: (number * 97) % 256, b: number % 256 } },
    })
      .composite([
        {
          input: await sharp({ create: { width, height: Math.floor(height / 10), channels: 3, background: '#ff0000' } })
            .png()
            .toBuffer(),
          top: 0,
          left: 0,
        },
      ])
      .jpeg()
      .toBuffer(),
  );

type Spot = { row: number; column: number; rowOffset?: number; columnOffset?: number };
/** `name` and `bytes` of the media; offsets and sizes in EMU. */
export type Anchored = {
  media: string;
  /** Written as the target itself, of a picture that is only linked. */
  linked?: boolean;
  /** Attributes of xfrm, and a srcRect. */
  transform?: string;
  cut?: string;
  /** Wraps the picture into a group. */
  grouped?: boolean;
} & (
  | { kind: 'twoCell'; from: Spot; to: Spot }
  | { kind: 'oneCell'; from: Spot; width: number; height: number }
  | { kind: 'absolute'; x: number; y: number; width: number; height: number }
);

export type Namespaces = 'transitional' | 'strict';

const spaces = {
  transitional: {
    drawing: 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
    main: 'http://schemas.openxmlformats.org/drawingml/2006/main',
    relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  },
  strict: {
    drawing: 'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing',
    main: 'http://purl.oclc.org/ooxml/drawingml/main',
    relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  },
} as const;

const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const relationshipsOf = (of: readonly { id: string; type: string; target: string; external?: boolean }[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${packageRelations}">${of
    .map(
      ({ id, type, target, external }) =>
        `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

const spot = (name: string, { row, column, rowOffset = 0, columnOffset = 0 }: Spot): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${columnOffset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${rowOffset}</xdr:rowOff></xdr:${name}>`;

export const shapeOf = (number: number, name: string, { linked, transform = '', cut = '' }: Partial<Anchored>): string =>
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${number + 1}" name="${name}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:${linked ? 'link' : 'embed'}="rId${number}"/>${cut}<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm${transform}><a:off x="0" y="0"/><a:ext cx="100" cy="100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;

function anchorOf(anchored: Anchored, number: number): string {
  const shape = shapeOf(number, `图片 ${number}`, anchored);
  const content = anchored.grouped
    ? `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="${number + 9000}" name="组合"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr/>${shape}</xdr:grpSp>`
    : shape;
  if (anchored.kind === 'twoCell')
    return `<xdr:twoCellAnchor>${spot('from', anchored.from)}${spot('to', anchored.to)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
  const size = `<xdr:ext cx="${anchored.width}" cy="${anchored.height}"/>`;
  return anchored.kind === 'oneCell'
    ? `<xdr:oneCellAnchor>${spot('from', anchored.from)}${size}${content}<xdr:clientData/></xdr:oneCellAnchor>`
    : `<xdr:absoluteAnchor><xdr:pos x="${anchored.x}" y="${anchored.y}"/>${size}${content}<xdr:clientData/></xdr:absoluteAnchor>`;
}

/** Adds or replaces parts of a workbook. */
export function withParts(workbook: Uint8Array, parts: Record<string, string | Uint8Array>): Uint8Array<ArrayBuffer> {
  const all = {
    ...unzipSync(workbook),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  };
  return new Uint8Array(zipSync(all, { level: 6 }));
}

export const partOf = (workbook: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(workbook)[name]);

/** A sheet whose pictures lie over its cells. `heights` in points, by row from 0. */
export function drawnBook(
  rows: readonly (readonly unknown[])[],
  pictures: readonly Anchored[],
  media: Readonly<Record<string, Uint8Array>>,
  { namespaces = 'transitional', heights = new Map() }: { namespaces?: Namespaces; heights?: ReadonlyMap<number, number> } = {},
): Uint8Array<ArrayBuffer> {
  const { drawing, main, relations } = spaces[namespaces];
  const book = workbookOf(rows);
  let sheet = partOf(book, 'xl/worksheets/sheet1.xml').replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>');
  for (const [row, height] of heights)
    sheet = sheet.replace(`<row r="${row + 1}"`, `<row r="${row + 1}" ht="${height}" customHeight="1"`);
  const types = partOf(book, '[Content_Types].xml').replace(
    '<Override',
    '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="png" ContentType="image/png"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override',
  );
  return withParts(book, {
    '[Content_Types].xml': types,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/_rels/sheet1.xml.rels': relationshipsOf([
      { id: 'rId1', type: `${relations}/drawing`, target: '../drawings/drawing1.xml' },
    ]),
    'xl/drawings/drawing1.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><xdr:wsDr xmlns:xdr="${drawing}" xmlns:a="${main}" xmlns:r="${relations}">${pictures.map((picture, index) => anchorOf(picture, index + 1)).join('')}</xdr:wsDr>`,
    'xl/drawings/_rels/drawing1.xml.rels': relationshipsOf(
      pictures.map((picture, index) => ({
        id: `rId${index + 1}`,
        type: `${relations}/image`,
        target: picture.linked ? `file:///${picture.media}` : `../media/${picture.media}`,
        external: picture.linked ?? false,
      })),
    ),
    ...Object.fromEntries(Object.entries(media).map(([name, bytes]) => [`xl/media/${name}`, bytes])),
  });
}

/** One row high, in EMU, as a sheet has it by itself. */
export const rowHeight = 190_500;

/** Lies well within one cell. */
export const inCell = (row: number, column: number, media: string): Anchored => ({
  kind: 'twoCell',
  media,
  from: { row, column, rowOffset: 10_000, columnOffset: 10_000 },
  to: { row, column, rowOffset: 180_000, columnOffset: 500_000 },
});

/** A workbook as WPS makes it: pictures in cells by =DISPIMG, `named` by name. */
export function wpsBook(
  rows: readonly (readonly unknown[])[],
  cells: Readonly<Record<string, string>>,
  named: Readonly<Record<string, Uint8Array>>,
): Uint8Array<ArrayBuffer> {
  const { drawing, main, relations } = spaces.transitional;
  const book = workbookOf(rows);
  let sheet = partOf(book, 'xl/worksheets/sheet1.xml');
  for (const [address, name] of Object.entries(cells)) {
    const formula = `DISPIMG("${name}",1)`.replaceAll('"', '&quot;');
    sheet = sheet.replace(
      new RegExp(`<c r="${address}"[^>]*?(/>|>.*?</c>)`),
      `<c r="${address}" t="str"><f>_xlfn.${formula}</f><v>=${formula}</v></c>`,
    );
  }
  const names = Object.keys(named);
  return withParts(book, {
    'xl/worksheets/sheet1.xml': sheet,
    'xl/_rels/workbook.xml.rels': partOf(book, 'xl/_rels/workbook.xml.rels').replace(
      '</Relationships>',
      '<Relationship Id="rId90" Type="http://www.wps.cn/officeDocument/2020/cellImage" Target="cellimages.xml"/></Relationships>',
    ),
    'xl/cellimages.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><etc:cellImages xmlns:xdr="${drawing}" xmlns:r="${relations}" xmlns:a="${main}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData">${names.map((name, index) => `<etc:cellImage>${shapeOf(index + 1, name, {})}</etc:cellImage>`).join('')}</etc:cellImages>`,
    'xl/_rels/cellimages.xml.rels': relationshipsOf(
      names.map((name, index) => ({ id: `rId${index + 1}`, type: `${relations}/image`, target: `media/${name}.jpeg` })),
    ),
    ...Object.fromEntries(names.map((name) => [`xl/media/${name}.jpeg`, named[name] ?? new Uint8Array()])),
  });
}
