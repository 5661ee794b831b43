// What comes in with a request, no further than its route takes: counted as it comes, whatever the request says of its length, or
// doesn't say. The rest is left unread.
import { Refusal } from '../../../shared/refusal.ts';

/** Answered with 413 instead of 422. */
export class TooLarge extends Refusal {}

/** Of calls: the longest that a screen sends, a draft of 64 kB among several, takes a tenth. */
export const callLimit = 2 * 1024 * 1024;

/**
 * The whole body; empty where there is none.
 * @param most bytes
 * @param words what whoever sent more is told, in Chinese
 * @throws TooLarge
 */
export async function takeBody(
  { headers, body }: Pick<Request, 'headers' | 'body'>,
  most: number,
  words: () => string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(headers.get('content-length') ?? 0) > most) throw new TooLarge(words());
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  try {
    // oxlint-disable-next-line no-await-in-loop -- a stream is read piece by piece
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      length += next.value.byteLength;
      if (length > most) throw new TooLarge(words());
      chunks.push(next.value);
    }
  } finally {
    // Not cancelled: that would close the connection that the answer goes by.
    reader?.releaseLock();
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** The same request with its body here already. @throws TooLarge */
export async function withBody(request: Request, most: number, words: () => string): Promise<Request> {
  if (!request.body) return request;
  const body = await takeBody(request, most, words);
  const { url, method, headers, signal } = request;
  return new Request(url, { method, headers, signal, body });
}
