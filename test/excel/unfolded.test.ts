// Small texts that stand for more cells than Excel holds are refused before anything is made of them; what only reaches far is read.
import { expect, test } from 'vitest';
import { readWorkbook } from '../../main/ground/excel/readWorkbook.ts';
import { openDocument } from '../hostile/bombParts.ts';

const spreadsheet = (table: string): Uint8Array =>
  Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a">${table}</Worksheet></Workbook>`,
  );
const cell = (attributes = ''): string => `<Cell ${attributes}><Data ss:Type="String">甲</Data></Cell>`;
const ofOds = (rows: number, columns: number, filled: boolean): Uint8Array =>
  openDocument(
    `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${columns}"${filled ? ' office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>' : '/>'}</table:table-row>`,
  );

test.each<[string, Uint8Array]>([
  ['a table of too many columns', spreadsheet(`<Table ss:ExpandedColumnCount="16385"><Row>${cell()}</Row></Table>`)],
  ['columns that add up', spreadsheet(`<Table>${'<Column ss:Span="9999"/>'.repeat(2)}<Row>${cell()}</Row></Table>`)],
  ['a column that spans', spreadsheet(`<Table><Column ss:Index="9" ss:Span="16380"/><Row>${cell()}</Row></Table>`)],
  ['a row beyond the last', spreadsheet(`<Table><Row ss:Index="1048577">${cell()}</Row></Table>`)],
  ['rows that span', spreadsheet(`<Table><Row ss:Index="9" ss:Span="1048576"/></Table>`)],
  ['a cell beyond the last', spreadsheet(`<Table><Row>${cell('ss:Index="16385"')}</Row></Table>`)],
  ['cells that are merged', spreadsheet(`<Table><Row>${cell('ss:MergeAcross="9999"').repeat(2)}</Row></Table>`)],
  ['many rows that reach far', spreadsheet(`<Table>${`<Row>${cell('ss:Index="16384"')}</Row>`.repeat(7000)}</Table>`)],
  ['repeated cells of an .ods', ofOds(1_048_570, 16_384, true)],
])('%s', (_, bytes) => {
  const began = performance.now();
  expect(() => readWorkbook('a.xml', bytes)).toThrow('里的行号或列号超出了 Excel 的范围');
  expect(performance.now() - began).toBeLessThan(1500);
});

test.each<[string, Uint8Array]>([
  [
    'the last cell',
    spreadsheet(`<Table ss:ExpandedColumnCount="16384"><Row ss:Index="9">${cell('ss:Index="300"')}</Row></Table>`),
  ],
  ['empty rows to the end of an .ods', ofOds(1_048_500, 16_384, false)],
])('%s is read', (_, bytes) => expect(readWorkbook('a.xml', bytes).sheets[0]?.rows.length).toBeGreaterThan(0));
