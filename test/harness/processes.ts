// Which processes a process has started, so that a test can show that none is left.
import { readdirSync, readFileSync } from 'node:fs';

const parentOf = (pid: string): number | null => {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    // It ended while we looked.
    return null;
  }
};

/** The processes below one, nearest first. Linux only. */
export function descendants(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = all.filter((each) => parentOf(each) === pid).map(Number);
  return [...children, ...children.flatMap(descendants)];
}

/** False once a process has ended, or is only waiting for its parent to hear of it. */
export function isAlive(pid: number): boolean {
  try {
    return !/^.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
