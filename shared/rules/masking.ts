// Personal numbers as lists may show them: an ID number keeps its region and its last four.

/** 371323197412031234 → 371323********1234. Short or damaged text keeps at most its first and last few characters. */
export function maskIdNumber(idNumber: string): string {
  if (idNumber.length >= 15) return `${idNumber.slice(0, 6)}${'*'.repeat(idNumber.length - 10)}${idNumber.slice(-4)}`;
  if (idNumber.length > 6) return `${idNumber.slice(0, 3)}${'*'.repeat(idNumber.length - 5)}${idNumber.slice(-2)}`;
  return idNumber;
}
