// The help's topics in their order: the first steps, each screen's, and what concerns all of them; and the keys.
import { screens } from '../screens.ts';
import type { HelpTopic } from './topic.ts';

const start: HelpTopic = {
  key: 'start',
  title: '开始使用',
  initials: 'kssy',
  words: '第一次 入门 步骤 流程',
  lead: '从一份花名册到挂出去的指示牌，按下面五步走。',
  steps: [
    { do: '一、导入花名册', how: '网格员 → 导入花名册。选 Excel 文件，核对各列对应关系，看过预览再写入。' },
    { do: '二、补齐缺漏', how: '今日 → 数据缺漏。逐项点开，把缺的手机号码、照片、文化程度补上。' },
    { do: '三、批量上传照片', how: '网格员 → 批量上传照片。可以一次选整个文件夹，按身份证号、姓名或姓名加手机号码对上人。' },
    { do: '四、打印指示牌', how: '指示牌。勾选网格，看过预览，选尺寸，打印或存成 PDF。' },
    { do: '五、导出报表', how: '报表。选统计日期，导出花名册、社区一览表和小区一览表。' },
  ],
};

const general: readonly HelpTopic[] = [
  {
    key: 'person',
    title: '换人与操作记录',
    initials: 'hryczjl',
    words: '换人 姓名 谁在操作 操作人 撤销 重做 操作记录 共用电脑',
    lead: '几个人共用一台电脑时，每次操作都记在本人名下。',
    steps: [
      { do: '换人', how: '右下角写着现在是谁在操作。换别人用时点“换人”，选姓名，或写上新的姓名。' },
      { do: '各人的习惯', how: '列的宽窄、筛选条件、没填完的表单，各人的分开保存，换人后看到的是本人的。' },
      { do: '撤销与重做', how: 'Ctrl+Z 撤销本人刚才的一步操作，再按再退一步；Ctrl+Y 重做。别人的操作不会被撤销掉。' },
      {
        do: '撤销以前的操作',
        how: '设置 → 操作记录，找到那一次，点“撤销”；撤销错了，在同一处点“重做”。之后又改过的，会提示先撤销后面的。',
      },
    ],
  },
  {
    key: 'security',
    title: '个人信息保护',
    initials: 'grxxbh',
    words: '身份证 保密 日志 隐私 安全',
    lead: '台账里有身份证号、电话和照片，请按保密要求使用这台电脑。',
    steps: [
      { do: '不联网', how: '程序不上网，数据只在这台电脑上。' },
      { do: '谁做过什么', how: '每次新增、修改、撤销、查看全号都留有记录，在设置 → 操作记录里查。' },
      { do: '文件没有加密', how: '能打开这台电脑的人就能拷走数据文件。请设置开机密码，备份盘妥善保管。' },
    ],
  },
];

export const helpTopics: readonly HelpTopic[] = [start, ...screens.map(({ help }) => help), ...general];

/** The page of the keys, as a topic's key. */
export const keysTopic = 'keys';

/** 快捷键, in the order they are learnt. */
export const shortcuts: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl+K', does: '找人、地点、网格、操作、帮助；不输字时列出最近打开的' },
  { keys: 'F1', does: '本页帮助' },
  { keys: 'Ctrl+F', does: '在当前名单里查找' },
  { keys: 'Ctrl+S', does: '保存正在填的表单；导出当前报表' },
  { keys: 'Ctrl+Z', does: '撤销本人刚才的操作，再按再退一步' },
  { keys: 'Ctrl+Y', does: '重做刚撤销的操作' },
  { keys: 'Ctrl+P', does: '打印当前的名单或报表；在指示牌页打印指示牌' },
  { keys: 'Ctrl+C', does: '复制选中的行，没有选中的就复制打开的那一行，再没有就复制全部；可粘贴到 Excel' },
  { keys: 'F2', does: '修改选中的一条' },
  { keys: 'Enter', does: '打开选中的一条；填表时到下一格' },
  { keys: '↑ ↓', does: '在名单里上下移动' },
  { keys: '空格', does: '勾选或取消' },
  { keys: 'F9', does: '打开或收起右边的明细；窗口窄时，它收在右边缘的标签里' },
  { keys: 'Esc', does: '关闭，填了一半的内容会留着' },
];
