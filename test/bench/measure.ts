// How every bench measures: ours and its floor in alternating runs of one process, medians, one line. Nothing here judges.

export type Side = () => unknown;

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

async function timed(side: Side): Promise<number> {
  const start = performance.now();
  await side();
  return performance.now() - start;
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

const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 3 : milliseconds < 100 ? 1 : 0);

/**
 * Runs both sides once to warm up, then `runs` times in turn, and prints
 * `BENCH <name> ours_ms=<n> floor_ms=<n> ratio=<n> peak_mb=<n>`.
 * `peakMb`, when given, is asked after the runs, for work that is done in other processes.
 */
export async function compare(name: string, ours: Side, floor: Side, runs = 5, peakMb?: () => number): Promise<void> {
  await floor();
  const times = { ours: [] as number[], floor: [] as number[] };
  const { peak } = await withPeak(async () => {
    await ours();
    for (let run = 0; run < runs; run++) {
      times.floor.push(await timed(floor));
      times.ours.push(await timed(ours));
    }
  });
  report(name, median(times.ours), median(times.floor), peakMb ? peakMb() : peak);
}

export function report(name: string, ours: number, floor: number, peakMb: number): void {
  const ratio = (ours / floor).toFixed(2);
  process.stdout.write(
    `BENCH ${name} ours_ms=${shown(ours)} floor_ms=${shown(floor)} ratio=${ratio} peak_mb=${Math.round(peakMb)}\n`,
  );
}
