// Where a photo is fetched.

export const photoAddress = (hash: string): string => `/files/photos/${hash}`;
