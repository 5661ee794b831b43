// What an import remembers of a header: which column was what, and whose header it was, so that the person finds it again in a list
// and can change it. Kept among the person's preferences; written by the main thread.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type ImportField, importFields } from '../../../shared/imports/fields.ts';
import { plainTitle } from '../../../shared/imports/titles.ts';
import type { RememberedHeader } from '../../../shared/imports/wizard.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Office } from '../../ground/office/office.ts';
import { listPreferences, readPreference, writePreference } from '../../ground/people/preferences.ts';
import { masked } from './masked.ts';

/** A field that a later program doesn't know any more is left out, not the whole header. */
const field = z.enum(importFields).nullable().catch(null);
const rememberedSchema = z.object({
  columns: z.array(field),
  startedWorkIsFirstDay: z.boolean(),
  /** Name, ID number, sex and phone were said to be one person's though the header says otherwise. */
  onePerson: z.boolean().default(false),
  /** What an earlier program didn't keep. */
  titles: z.array(z.string()).default([]),
  fileName: z.string().default(''),
  day: z.string().default(''),
});

/** What an earlier import of the same header had the person choose. `day`: when it was last used. */
export type Remembered = z.infer<typeof rememberedSchema>;

/** Finds what is remembered of a header, by its signature. */
export type Recall = (signature: string) => Remembered | null;

const dated = /(?:20\d\d|1[0-2]|0?[1-9])(?:年度?|月份?|季度)|第?[一二三四]季度|(?:十[一二]?|[一二三四五六七八九])月份?/g;

/** What a header is remembered by: the same titles in the same order, whatever month they speak of. */
export const signatureOf = (titles: readonly string[]): string =>
  createHash('sha256')
    .update(titles.map((title) => title.split('/').map(plainTitle).join('/').replaceAll(dated, '')).join('\n'))
    .digest('hex')
    .slice(0, 24);

const prefix = 'imports.columns.';

export function recall(office: Office, owner: string, signature: string): Remembered | null {
  const read = rememberedSchema.safeParse(readPreference(office, owner, prefix + signature));
  return read.success ? read.data : null;
}

export const remember = (office: Office, owner: string, signature: string, remembered: Remembered): void =>
  writePreference(office, owner, prefix + signature, remembered);

/** The headers that an import of this person knows, the latest first. */
export const rememberedHeaders = (office: Office, owner: string): RememberedHeader[] =>
  listPreferences(office, owner, prefix).flatMap(({ name, value }) => {
    const read = rememberedSchema.safeParse(value);
    if (!read.success) return [];
    const { columns, titles, fileName, day } = read.data;
    const shown = columns.map((own, index) => ({ title: masked(null, titles[index] ?? ''), field: own }));
    return [{ signature: name.slice(prefix.length), fileName, day, columns: shown }];
  });

/** Changes what the columns of a header are. @throws Refusal where it isn't known any more, or a field stands twice */
export function changeRemembered(
  office: Office,
  owner: string,
  signature: string,
  columns: readonly (ImportField | null)[],
): void {
  const known = recall(office, owner, signature);
  if (!known || known.columns.length !== columns.length) throw new Refusal('记住的这份表头已经不在了，请刷新后再看。');
  const chosen = columns.filter((own) => own !== null);
  if (new Set(chosen).size < chosen.length) throw new Refusal('有两列对应了同一项，请把其中一列改成“不导入”。');
  remember(office, owner, signature, { ...known, columns: [...columns] });
}

export const forgetHeader = (office: Office, owner: string, signature: string): void =>
  writePreference(office, owner, prefix + signature, null);
