// Why a row of the roster can't be removed, in the words of its menu and of the refusal.

export const keptBecause = {
  grid: '有任职记录，不能删除。不再使用的网格请办理停用；录错了可以撤销当时的新增或导入。',
  worker: '有任职或变动记录，不能删除。人不在岗了请用“记录变动”办理离岗；录错了请撤销当时的新增或导入。',
  place: '下面还有（或曾有）网格或小区，不能删除。请先把它们移走或删除；录错了可以撤销当时的新增或导入。',
  branch: '名下有（或曾有）社区（村居），不能删除。请先把它们改到别的总支。',
} as const;
export type Kept = keyof typeof keptBecause;
