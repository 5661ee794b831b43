// The sizes in which the signboard 网格化服务管理指示牌 is printed.

export type BoardSize = { label: string /** mm */; width: number; height: number };

export const boardSizes = {
  a4: { label: 'A4', width: 210, height: 297 },
  a3: { label: 'A3', width: 297, height: 420 },
  '600x900': { label: '600×900', width: 600, height: 900 },
} as const satisfies Record<string, BoardSize>;
export type BoardSizeName = keyof typeof boardSizes;
export const boardSizeNames = Object.keys(boardSizes) as [BoardSizeName, ...BoardSizeName[]];

/** The layout's unit: its A4 measures in mm and pt are multiplied by it. */
export const boardUnit = ({ width, height }: BoardSize): number => Math.min(width / 210, height / 297);
