// A file on its way out. Its Chinese name goes in both forms a header allows: a raw one throws, and `filename*` alone loses it.

const asciiName = (name: string): string => name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\]/g, '_');

export function downloadHeaders(name: string, type: string): Record<string, string> {
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encoded}`,
    'Cache-Control': 'no-store',
  };
}

/** A finished file that a job hands to the screen. */
export type ProducedFile = { name: string; type: string; bytes: Uint8Array };

export const isProducedFile = (value: unknown): value is ProducedFile =>
  typeof value === 'object' &&
  value !== null &&
  'bytes' in value &&
  value.bytes instanceof Uint8Array &&
  'name' in value &&
  'type' in value;
