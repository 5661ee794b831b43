// Where the window stood last time, if that place can still be seen: a screen may have been unplugged since.

export type Rectangle = { x: number; y: number; width: number; height: number };
export type WindowPlace = Rectangle & { maximized: boolean };

const usual = { width: 1366, height: 768 };
export const smallest = { width: 1024, height: 600 };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** The remembered value as a place, or null when it is none. */
export function readPlace(value: unknown): WindowPlace | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, maximized } = value as Record<string, unknown>;
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return null;
  return { x, y, width, height, maximized: maximized === true };
}

/**
 * The size and, when at least a title bar's worth of it lies on a screen, the position to open with.
 * @param workAreas what each screen offers, the first being the main one, in device-independent pixels.
 */
export function fitPlace(place: WindowPlace | null, workAreas: readonly Rectangle[]): Partial<Rectangle> & typeof usual {
  const main = workAreas[0] ?? { x: 0, y: 0, ...usual };
  if (!place) return { width: Math.min(usual.width, main.width), height: Math.min(usual.height, main.height) };
  const home = workAreas.find(
    (area) =>
      place.x + place.width > area.x + 100 &&
      place.x < area.x + area.width - 100 &&
      place.y >= area.y - 10 &&
      place.y < area.y + area.height - 50,
  );
  const room = home ?? main;
  const size = {
    width: Math.round(Math.min(Math.max(place.width, smallest.width), Math.max(room.width, smallest.width))),
    height: Math.round(Math.min(Math.max(place.height, smallest.height), Math.max(room.height, smallest.height))),
  };
  return home ? { x: Math.round(place.x), y: Math.round(place.y), ...size } : size;
}
