// A file on its way out. Its Chinese name goes in both forms a header allows: a raw one throws, and `filename*` alone loses it.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

const asciiName = (name: string): string => name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\]/g, '_');

export function downloadHeaders(given: string, type: string): Record<string, string> {
  // Half of a character has no encoding.
  const name = given.toWellFormed();
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded}`,
    'Cache-Control': 'no-store',
  };
}

/** What a workbook is to whoever receives it. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A finished file in memory. */
export type MadeFile = { name: string; type: string; bytes: Uint8Array };

/** A finished file that a job hands to the screen: in memory, or on disk when it is large. */
export type ProducedFile = MadeFile | { name: string; type: string; path: string };

export const isProducedFile = (value: unknown): value is ProducedFile =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'type' in value &&
  (('bytes' in value && value.bytes instanceof Uint8Array) || ('path' in value && typeof value.path === 'string'));

/** The file's content, streamed from disk when it lies there. */
export const contentOf = (file: ProducedFile): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> =>
  'bytes' in file ? new Uint8Array(file.bytes) : (Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>);
