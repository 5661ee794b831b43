// What Excel itself can hold. A file that is read with more was made to do harm, or is damaged; one that is written with more wouldn't
// open.

/** Of one sheet its columns and rows; of one cell its characters, as JavaScript counts them. */
export const excelBounds = { columns: 16_384, rows: 1_048_576, characters: 32_767 } as const;
