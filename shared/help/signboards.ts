import type { HelpTopic } from './topic.ts';

export const signboardsHelp: HelpTopic = {
  key: 'signboards',
  title: '指示牌',
  initials: 'zsp',
  words: '打印 PDF A4 A3 预览 二维码 监督电话 职责',
  lead: '按网格打印网格化服务管理指示牌。',
  steps: [
    { do: '选网格', how: '勾选要打印的网格，或全选。缺照片、缺手机号码或没有网格员的，打印前会列出来。' },
    { do: '选尺寸', how: 'A4、A3 用办公打印机；600×900 毫米存成 PDF 交给印刷厂。' },
    { do: '改文字', how: '标题、职责、监督电话和发布单位在 设置 → 指示牌内容 里改，改完所有指示牌一起变。' },
    { do: '打印机设置', how: '在打印对话框里选“实际大小”，不要选“适合页面”，边距选“无”。' },
  ],
};
