// The one door to sharp for pictures that others made. A small file may unpack to half a gigabyte, so one is worked at after the other
// whoever sent it, and nothing is kept between two.
import type sharp from 'sharp';

export type SharpTool = typeof sharp;

let last: Promise<unknown> = Promise.resolve();

/** Runs the work when all that was asked for earlier is done. @throws what the work throws */
export function decoding<T>(work: (sharp: SharpTool) => Promise<T>): Promise<T> {
  const before = last;
  const own = (async (): Promise<T> => {
    await before;
    const { default: tool } = await import('sharp');
    tool.cache(false);
    tool.concurrency(1);
    return work(tool);
  })();
  // Whoever asked is told of a failure; the next begins all the same.
  last = own.then(
    () => null,
    () => null,
  );
  return own;
}
