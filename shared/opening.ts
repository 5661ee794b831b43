/**
 * The header by which an answer says of which opening of the office it speaks, and a request for which opening it is meant. A
 * restored file is the same office by its uid, and yet its numbers mean other rows.
 */
export const openingHeader = 'x-office-opening';
