import type { HelpTopic } from './topic.ts';

export const todayHelp: HelpTopic = {
  key: 'today',
  title: '今日',
  initials: 'jr',
  words: '首页 数字核对 缺漏 编制',
  lead: '打开程序先看这里：数字对不对得上，哪里有缺漏，备份做了没有。',
  steps: [
    {
      do: '数字核对',
      how: '上面一行是台账里实有的数，下面一行是编制。等号两边不相等时变成红色的 ≠；少了几个，下面写明是哪几个，点名字就到那一条。',
    },
    { do: '改编制', how: '设置 → 编制。没有填编制的项目不核对。' },
    { do: '数据缺漏', how: '每一行是一类缺漏，点右边的数字，打开只含这些人的名单。' },
  ],
};
