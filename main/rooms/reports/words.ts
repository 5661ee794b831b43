// The roster's closed words as a sheet prints them.

export const kindWords = { urban: '城市', rural: '农村' } as const;
export const developedByWords = { community: '村居开发', developer: '开发商开发' } as const;

/** 是, 否, or nothing where nobody knows. */
export const yesNo = (flag: 0 | 1 | null): string | null => (flag === null ? null : flag === 1 ? '是' : '否');
