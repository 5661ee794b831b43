// What a window shows goes with each request, and what holds by now with each answer: nothing is written into another office than the
// one on the screen, nor in another person's name.

/**
 * The header by which an answer says of which opening of the office it speaks, and a request for which opening it is meant. A
 * restored file is the same office by its uid, and yet its numbers mean other rows.
 */
export const openingHeader = 'x-office-opening';

/** The uid of the person at the keyboard, empty where nobody has said who they are; in a request, of the one that the window names. */
export const personHeader = 'x-office-person';
