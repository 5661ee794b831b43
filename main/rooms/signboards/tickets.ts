// What a print page is to print. The boards are read once, when the person presses print, so that every part of a print says
// the same; the page fetches its part by the ticket, because an address must not carry names.
import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../shared/refusal.ts';
import { type BoardFace, type BoardSizeName, boardsPerPart, type PrintPart } from '../../../shared/signboards.ts';

type Ticket = { size: BoardSizeName; parts: BoardFace[][]; at: number };
const tickets = new Map<string, Ticket>();
const keptFor = 3_600_000;

/** @returns the ticket, and how many boards each part has. */
export function openTicket(size: BoardSizeName, faces: readonly BoardFace[]): { ticket: string; parts: number[] } {
  for (const [id, { at }] of tickets) if (Date.now() - at > keptFor) tickets.delete(id);
  const parts: BoardFace[][] = [];
  for (let at = 0; at < faces.length; at += boardsPerPart) parts.push(faces.slice(at, at + boardsPerPart));
  const ticket = randomUUID();
  tickets.set(ticket, { size, parts, at: Date.now() });
  return { ticket, parts: parts.map((part) => part.length) };
}

/** @throws Refusal when the ticket is over. */
export function readTicket(id: string, part: number): PrintPart {
  const ticket = tickets.get(id);
  const faces = ticket?.parts[part];
  if (!ticket || !faces) throw new Refusal('这次打印已经结束，请重新打印。');
  return { size: ticket.size, faces };
}

export const closeTicket = (id: string): void => void tickets.delete(id);

/** The address of the page that prints a part. */
export const printPath = (ticket: string, part: number): string => `/print/boards.html?ticket=${ticket}&part=${part}`;
