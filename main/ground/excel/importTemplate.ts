// The program's own import template: one title a column, text where Excel would spoil a number, drop-downs where the office
// has its words, and a remark under the header that the import leaves out again.
import { type Style, Workbook } from '@cj-tech-master/excelts';

export type TemplateColumn = {
  title: string;
  remark: string;
  required: boolean;
  /** In characters. */
  width: number;
  /** The words to choose from; empty for free text. */
  choices: readonly string[];
};

const rowsReady = 1000;
const thin = { style: 'thin', color: { argb: 'FF8494AB' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const head: Partial<Style> = {
  font: { name: '宋体', size: 11, bold: true },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border,
};
const remark: Partial<Style> = {
  font: { name: '宋体', size: 9, color: { argb: 'FF4D5F7C' } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border,
  numFmt: '@',
};

export async function writeTemplate(sheetName: string, columns: readonly TemplateColumn[]): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet(sheetName, {
    views: [{ state: 'frozen', ySplit: 2, xSplit: 0 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const words = book.addWorksheet('选项', { state: 'hidden' });
  sheet.getRow(1).height = 30;
  sheet.getRow(2).height = 44;
  for (const [index, column] of columns.entries()) {
    const number = index + 1;
    const whole = sheet.getColumn(number);
    whole.width = column.width;
    // The whole column is text, or Excel makes 3.71323E+17 of an ID number as it is typed.
    whole.numFmt = '@';
    const title = sheet.getCell(1, number);
    title.value = column.title;
    title.style = { ...head, fill: fill(column.required ? 'FFFFE7C2' : 'FFE1EBF8') };
    const below = sheet.getCell(2, number);
    below.value = `${column.required ? '必填' : '选填'}${column.remark === '' ? '' : `，${column.remark}`}`;
    below.style = remark;
    if (column.choices.length === 0) continue;
    for (const [row, choice] of column.choices.entries()) words.getCell(row + 1, number).value = choice;
    const letter = words.getColumn(number).letter;
    sheet.dataValidations.add(`${letter}3:${letter}${rowsReady + 2}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`选项!$${letter}$1:$${letter}$${column.choices.length}`],
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: column.title,
      error: '不在选项里。确定要写这个词吗？',
    });
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
