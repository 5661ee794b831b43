// A flag as a sheet prints it.

/** 是, 否, or nothing where nobody knows. */
export const yesNo = (flag: 0 | 1 | null): string | null => (flag === null ? null : flag === 1 ? '是' : '否');
