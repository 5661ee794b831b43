// What a list or report goes out as: a workbook to hand on, pages for the print dialog, or the same pages as a PDF to keep. All are the
// same sheet.
export const sheetFormats = ['xlsx', 'print', 'pdf'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** As buttons and titles call it. */
export const sheetVerbs: Readonly<Record<SheetFormat, string>> = { xlsx: '导出', print: '打印', pdf: '存为 PDF' };
