// What a person may be allowed to do, by name and in words. Every act names the right it takes; who has which comes with the
// rights table.

export const rights = {
  roster: '维护人员与任职',
  places: '维护社区、小区与网格',
  dictionaries: '维护字典',
  photos: '维护照片',
  imports: '导入名册',
  signboards: '打印指示牌',
  reports: '导出报表',
  settings: '修改设置',
  backups: '备份与恢复',
  personalNumbers: '查看完整身份证号',
  founding: '建立台账',
  undo: '撤销与重做',
} as const;

export type Right = keyof typeof rights;
