// Which reports there are, in their order.
export const reportIds = ['roster', 'communities', 'compounds'] as const;
export type ReportId = (typeof reportIds)[number];
