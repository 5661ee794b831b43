import type { HelpTopic } from './topic.ts';

export const importsHelp: HelpTopic = {
  key: 'imports',
  title: '导入花名册',
  initials: 'drhmc',
  words: 'Excel WPS xls xlsx csv 表格 文件 列 表头',
  lead: '把现有的 Excel 花名册读进来，不用手动录入。支持 .xls、.xlsx 和 .csv。',
  steps: [
    { do: '选文件', how: '点“选择文件”，或把文件直接拖到窗口里。标题行、两行表头、小计、合计和签字行会自动认出来。' },
    { do: '对应列', how: '程序会猜每一列是什么，猜错的可以改。同样的表下次不用再对。' },
    { do: '看预览', how: '新增、变更、相同、有错分开列。有错的写明第几行、哪一列、什么原因，不影响其他行写入。' },
    { do: '写入与撤销', how: '一次写入，也可以一次撤销，回到导入之前；撤销后还可以重做。' },
    {
      do: '身份证号显示成 3.71E+17',
      how: '这是 Excel 把号码改坏了，后几位已经丢失，无法还原，请对照原件重填，并把那一列设成文本格式。',
    },
  ],
};
