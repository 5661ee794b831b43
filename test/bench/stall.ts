// How long the main thread answered nobody: the longest gap between two turns of the event loop, looked at every millisecond.

/** Begins to watch. `stop` tells the longest gap so far, in milliseconds. */
export function watchStalls(): { stop: () => number } {
  let longest = 0;
  let before = performance.now();
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const watch = setInterval(look, 1);
  return {
    stop() {
      look();
      clearInterval(watch);
      return longest;
    },
  };
}
