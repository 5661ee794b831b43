// A workbook that the import hands out, as the screen saves it.
export type Workbook = { name: string; type: string; bytes: Uint8Array };

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
