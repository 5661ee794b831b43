// A file dropped on another screen, on its way to the wizard, which takes it once it is open.

let waiting: File | null = null;

export function handOver(file: File): void {
  waiting = file;
}

/** The file that waits, once. */
export function takeHandedOver(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
