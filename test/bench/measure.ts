// How every bench measures: ours and its floor in alternating runs, medians, one line. Nothing here judges. A floor is the least
// that the same answer costs, written by hand beside our code; what both sides answer is compared before anything is timed.

/** What one side does. A function it returns is run afterwards, untimed: looking at the outcome, closing, tidying up. */
export type Side = () => unknown;

/** More figures for the line: ` key=<n>`, the unit is the end of the key. */
export type Figures = Readonly<Record<string, number>>;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

async function timed(side: Side): Promise<number> {
  const start = performance.now();
  const tidy: unknown = await side();
  const taken = performance.now() - start;
  if (typeof tidy === 'function') await (tidy as Side)();
  return taken;
}

/** Resident memory's high-water mark of this process while `run` goes on, in MB; a child's is told by whoever starts it. */
async function withPeak<Result>(run: () => Promise<Result>): Promise<{ result: Result; peak: number }> {
  let peak = process.memoryUsage.rss();
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  try {
    const result = await run();
    return { result, peak: Math.max(peak, process.memoryUsage.rss()) / 1024 / 1024 };
  } finally {
    clearInterval(watch);
  }
}

const shown = (figure: number): string => figure.toFixed(figure < 10 ? 3 : figure < 100 ? 1 : 0);

/**
 * Runs both sides once to warm up, then `runs` times in turn, and prints
 * `BENCH <name> ours_ms=<n> floor_ms=<n> ratio=<n> peak_mb=<n>`.
 * `peakMb`, when given, is asked after the runs, for work that is done in other processes; `figures` likewise, for what is
 * told beside it.
 */
export async function compare(
  name: string,
  ours: Side,
  floor: Side,
  options: { runs?: number; peakMb?: () => number; figures?: () => Figures } = {},
): Promise<void> {
  await timed(floor);
  const times = { ours: [] as number[], floor: [] as number[] };
  const { peak } = await withPeak(async () => {
    await timed(ours);
    for (let run = 0; run < (options.runs ?? 5); run++) {
      times.floor.push(await timed(floor));
      times.ours.push(await timed(ours));
    }
  });
  report(name, 'ms', median(times.ours), median(times.floor), options.peakMb?.() ?? peak, options.figures?.());
}

/** Prints the line of a measure; `unit` stands in its keys. */
export function report(
  name: string,
  unit: 'ms' | 'kb' | 'mb',
  ours: number,
  floor: number,
  peakMb: number,
  figures: Figures = {},
): void {
  const more = Object.entries(figures).map(([key, figure]) => ` ${key}=${shown(figure)}`);
  process.stdout.write(
    `BENCH ${name} ours_${unit}=${shown(ours)} floor_${unit}=${shown(floor)} ratio=${(ours / floor).toFixed(2)} peak_mb=${Math.round(peakMb)}${more.join('')}\n`,
  );
}
