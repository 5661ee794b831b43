// Circles between rooms, which no rule over single files sees: a room that uses another may not be used by it, however many
// rooms lie between. Types count: a room is understood before those that use it.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const imported = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/** Which rooms each room of `folder` (a path from the root) imports. */
function arrowsOf(root: string, folder: string): Map<string, Set<string>> {
  const arrows = new Map<string, Set<string>>();
  for (const file of globSync(`${folder}/**/*.ts`, { cwd: root })) {
    const roomOf = (name: string): string => path.relative(folder, name).split(path.sep)[0] ?? '';
    const targets = arrows.get(roomOf(file)) ?? new Set();
    arrows.set(roomOf(file), targets);
    for (const [, specifier = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(imported)) {
      const target = path.join(path.dirname(file), specifier);
      const room = roomOf(target);
      if (!room.startsWith('..') && room !== roomOf(file) && target.startsWith(folder)) targets.add(room);
    }
  }
  return arrows;
}

/** Each circle as a line «a → b → a»; none when the rooms stand in an order. */
export function roomCircles(root: string, folder: string): string[] {
  const arrows = arrowsOf(root, folder);
  const settled = new Set<string>();
  const circles: string[] = [];
  const visit = (room: string, way: readonly string[]): void => {
    const at = way.indexOf(room);
    if (at >= 0) circles.push([...way.slice(at), room].join(' → '));
    if (at >= 0 || settled.has(room)) return;
    for (const next of arrows.get(room) ?? []) visit(next, [...way, room]);
    settled.add(room);
  };
  for (const room of arrows.keys()) visit(room, []);
  return circles;
}
