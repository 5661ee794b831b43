// Which processes a process has started, so that a test can show that none is left, and how much memory they took. Linux only.
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

/** The processes below one, nearest first. */
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

const memoryOf = (pid: number, field: 'VmHWM' | 'VmRSS'): number => {
  try {
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    // It has ended.
    return 0;
  }
};

/** Resident memory of a process now, in MB. */
export const residentMemory = (pid: number): number => memoryOf(pid, 'VmRSS');

/** The high-water marks of a process and of all that it started, in MB. */
export const peakMemory = (pid: number): number =>
  [pid, ...descendants(pid)].reduce((sum, each) => sum + memoryOf(each, 'VmHWM'), 0);
