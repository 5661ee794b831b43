// Which opening of the office this window shows. Another window may bring a backup back or begin afresh: the numbers in this one then
// mean other rows, so each request says for which opening it is meant, and each answer is looked at.
import { openingHeader } from '../shared/opening.ts';

let shown: string | null = null;
const watching = new Set<() => void>();

/**
 * Asks the program, as whatever this window sends goes. The first answer says which opening this window shows; a later one of another
 * opening, that it was replaced.
 */
export async function askProgram(address: RequestInfo | URL, options: RequestInit = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  if (shown !== null) headers.set(openingHeader, shown);
  const response = await fetch(address, { ...options, headers });
  const opening = response.headers.get(openingHeader);
  if (opening === null) return response;
  shown ??= opening;
  if (opening !== shown) for (const told of watching) told();
  return response;
}

/** Told at each answer from an office that isn't the one this window shows. @returns how to stop */
export function onReplaced(told: () => void): () => void {
  watching.add(told);
  return () => void watching.delete(told);
}
