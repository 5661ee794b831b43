// Workbooks put together from XML, for what no library writes: every attribute stands as given.
import { strToU8, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type Parts = {
  /** The content of each sheet's worksheet element. */
  sheets: string[];
  /** The content of styleSheet, sst, and what follows the sheets in workbook. */
  styles?: string;
  strings?: string;
  beforeSheets?: string;
  afterSheets?: string;
  /** Further parts, or other content of the usual ones. */
  also?: Record<string, string>;
};

/** The parts by their usual names. */
export function workbookParts({
  sheets,
  styles,
  strings,
  beforeSheets = '',
  afterSheets = '',
  also = {},
}: Parts): Record<string, string> {
  const named = [
    ...sheets.map((_, index) => ({ id: `s${index}`, type: 'worksheet', part: `worksheets/sheet${index + 1}.xml` })),
    ...(styles === undefined ? [] : [{ id: 'styles', type: 'styles', part: 'styles.xml' }]),
    ...(strings === undefined ? [] : [{ id: 'strings', type: 'sharedStrings', part: 'sharedStrings.xml' }]),
  ];
  const list = sheets.map((_, index) => `<sheet name="表${index + 1}" sheetId="${index + 1}" r:id="s${index}"/>`).join('');
  return {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${named.map(({ type, part }) => `<Override PartName="/xl/${part}" ContentType="${types}.${type}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${beforeSheets}<sheets>${list}</sheets>${afterSheets}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${named.map(({ id, type, part }) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${part}"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns="${main}">${sheet}</worksheet>`]),
    ),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>` }),
    ...also,
  };
}

export const zipped = (parts: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strToU8(content)])));

/** A workbook of one sheet whose rows are given. */
export const workbookOf = (rows: string, parts: Omit<Parts, 'sheets'> = {}): Uint8Array =>
  zipped(workbookParts({ ...parts, sheets: [`<sheetData>${rows}</sheetData>`] }));

export const textCell = (reference: string, value: string, attributes = ''): string =>
  `<c r="${reference}" t="inlineStr" ${attributes}><is><t>${value}</t></is></c>`;
