// A list on its way out as the screen shows it: the same rows, columns, order and words, as a workbook or as pages to print.
import { z } from 'zod';
import { chosenIds } from './list.ts';
import { sheetFormats } from './sheetFormat.ts';

export const listSheetSchema = z.object({
  /** Which list, by the name under which its columns are remembered: workers, places:community. */
  list: z.string().max(40),
  /** As the screen asks for its rows; the list reads it by its own schema. */
  question: z.unknown(),
  /** Keys of the columns that are shown, in their order. */
  columns: z.array(z.string().max(60)).min(1).max(60),
  /** The selected rows; null: all under the filters. */
  ids: chosenIds.nullable(),
  format: z.enum(sheetFormats),
  /** What the rows are narrowed to, in words: 社区总支 石桥、类别 城市. Empty: everything. */
  narrowed: z.string().trim().max(400),
});
export type ListSheetRequest = z.infer<typeof listSheetSchema>;
