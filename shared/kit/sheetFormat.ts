// What a list or report goes out as: a workbook to hand on, or a PDF to print. Both are the same sheet.
export const sheetFormats = ['xlsx', 'pdf'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** As buttons and titles call it. */
export const sheetVerbs: Readonly<Record<SheetFormat, string>> = { xlsx: '导出', pdf: '打印' };
