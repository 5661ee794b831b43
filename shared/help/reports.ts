import type { HelpTopic } from './topic.ts';

export const reportsHelp: HelpTopic = {
  key: 'reports',
  title: '报表',
  initials: 'bb',
  words: '导出 打印 PDF 花名册 一览表 Excel 上报 统计日期',
  lead: '导出或打印专职网格员花名册、社区（村居）一览表、居民小区一览表。',
  steps: [
    { do: '导出', how: '选统计日期，点“导出”。标题、填报单位、页眉页脚、签字行都已排好，打印正好一页宽。' },
    {
      do: '打印',
      how: '点“打印”（Ctrl+P），打开打印窗口，版式与导出的相同，不用 Excel 也能打印。要留存或发给别人，打印后点“存为 PDF”。',
    },
    { do: '小计', how: '一览表右侧勾选“每个社区总支后加一行小计”，表格、Excel 和打印件里都有。' },
    { do: '身份证号和电话', how: '导出的是文本格式，不会变成 3.71E+17。' },
  ],
};
