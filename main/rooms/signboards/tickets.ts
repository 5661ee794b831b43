// What a print page is to print. The boards are read once, when the person presses print, so that every part of a print says
// the same; the page fetches its part by the ticket, because an address must not carry names.
import { Refusal } from '../../../shared/refusal.ts';
import { type BoardFace, boardsPerPart, type PrintPart } from '../../../shared/signboards.ts';
import type { BoardSizeName } from '../../../shared/boardSizes.ts';
import type { AppDeps } from '../../deps.ts';
import { type Owner, perProgram, Shelf } from '../../ground/shelf.ts';

type Ticket = { size: BoardSizeName; parts: BoardFace[][] };

const over = '这次打印已经结束，请重新打印。';
const tickets = perProgram(() => new Shelf<Ticket>({ most: 20, keptFor: 3_600_000, gone: over }));

/** @returns the ticket, and how many boards each part has. */
export function openTicket(
  deps: AppDeps,
  owner: Owner,
  size: BoardSizeName,
  faces: readonly BoardFace[],
): { ticket: string; parts: number[] } {
  const parts: BoardFace[][] = [];
  for (let at = 0; at < faces.length; at += boardsPerPart) parts.push(faces.slice(at, at + boardsPerPart));
  return { ticket: tickets(deps).put(owner, { size, parts }), parts: parts.map((part) => part.length) };
}

/** @throws Refusal when the ticket is over. */
export function readTicket(deps: AppDeps, owner: Owner, id: string, part: number): PrintPart {
  const ticket = tickets(deps).get(owner, id);
  const faces = ticket.parts[part];
  if (!faces) throw new Refusal(over);
  return { size: ticket.size, faces };
}

export const closeTicket = (deps: AppDeps, owner: Owner, id: string): void => void tickets(deps).drop(owner, id);

/** The address of the page that prints a part. */
export const printPath = (ticket: string, part: number): string => `/print/boards.html?ticket=${ticket}&part=${part}`;
