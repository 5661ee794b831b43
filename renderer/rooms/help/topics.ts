// The program's help, one topic a screen: what the screen answers, and how each thing is done. Words only; Help.tsx shows them.

export type HelpTopic = {
  key: string;
  title: string;
  /** Pinyin initials of the title, and other words people look for. */
  initials: string;
  words: string;
  /** The screen it is about. */
  at?: string;
  lead: string;
  steps: readonly { do: string; how: string }[];
};

export const helpTopics: readonly HelpTopic[] = [
  {
    key: 'start',
    title: '开始使用',
    initials: 'kssy',
    words: '第一次 入门 步骤 流程',
    lead: '从一份花名册到挂出去的指示牌，按下面五步走。',
    steps: [
      { do: '一、导入花名册', how: '网格员 → 导入。选 Excel 文件，核对各列对应关系，看过预览再写入。' },
      { do: '二、补齐缺漏', how: '今日 → 数据缺漏。逐项点开，把缺的手机号码、照片、文化程度补上。' },
      { do: '三、导入照片', how: '网格员 → 上传照片。可以一次选整个文件夹，按身份证号、姓名或姓名加手机号码对上人。' },
      { do: '四、打印指示牌', how: '指示牌。勾选网格，看过预览，选尺寸，打印或存成 PDF。' },
      { do: '五、导出报表', how: '报表。选统计日期，导出花名册、社区一览表和小区一览表。' },
    ],
  },
  {
    key: 'today',
    title: '今日',
    initials: 'jr',
    words: '首页 数字核对 缺漏 编制',
    at: '/',
    lead: '打开程序先看这里：数字对不对得上，哪里有缺漏，备份做了没有。',
    steps: [
      {
        do: '数字核对',
        how: '上面一行是台账里实有的数，下面一行是编制。等号两边不相等时变成红色的 ≠；少了几个，下面写明是哪几个，点名字就到那一条。',
      },
      { do: '改编制', how: '设置 → 编制。没有填编制的项目不核对。' },
      { do: '数据缺漏', how: '每一行是一类缺漏，点右边的数字，打开只含这些人的名单。' },
    ],
  },
  {
    key: 'workers',
    title: '网格员',
    initials: 'wgy',
    words: '人员 花名册 录用 调整 辞退 离职 退休 身份证 变动',
    at: '/workers',
    lead: '谁在哪个网格、什么时候来的、什么时候走的。',
    steps: [
      { do: '找人', how: '搜索框里输姓名、拼音首字母（王秀英输 wxy）、手机号码、身份证号或地名都可以。' },
      { do: '看某一天的情况', how: '把“统计日期”改成那一天，名单就是那天在岗的人。过去的日期只能看，不能改。' },
      { do: '记录变动', how: '点开一个人，选“记录变动”：调整、辞退、离职、退休。任职经历只增不改，原来的起止日期都留着。' },
      { do: '查看身份证全号', how: '平时只显示前六位和后四位。点“查看全号”可以看，操作记录里会记一笔。' },
      { do: '改错了', how: '左下角状态栏写着刚才做了什么，点“撤销”。' },
    ],
  },
  {
    key: 'places',
    title: '社区与小区',
    initials: 'sqyxq',
    words: '村居 村委会 居委会 物业 总支 居民小区 更名',
    at: '/places',
    lead: '社区（村居）、居民小区和社区总支的名单，各归哪里管。',
    steps: [
      { do: '新增', how: '先选“社区（村居）”“居民小区”或“社区总支”，再点“新增”。小区要选它所属的社区。' },
      { do: '改名、改归属', how: '填上从哪天起生效。以前的名称会保留，查以前的日期仍是以前的名称。' },
      { do: '删除', how: '只有从来没用过的才能删；用过的不能删除，改名、改归属请填从哪天起生效。' },
    ],
  },
  {
    key: 'grids',
    title: '网格',
    initials: 'wg',
    words: '空缺 指派 编码 网格编号',
    at: '/grids',
    lead: '每个网格归谁管，哪个网格空着。',
    steps: [
      { do: '找空缺的网格', how: '勾选“只看空缺”，或在今日里点“空缺”。' },
      { do: '指派网格员', how: '点开网格，选“指派”，选人，填上岗日期。' },
      { do: '网格编码', how: '十五位：社区的十二位区划代码，加三位顺序号。' },
    ],
  },
  {
    key: 'imports',
    title: '导入花名册',
    initials: 'drhmc',
    words: 'Excel WPS xls xlsx csv 表格 文件 列 表头',
    at: '/imports',
    lead: '把现有的 Excel 花名册读进来，不用手动录入。支持 .xls、.xlsx 和 .csv。',
    steps: [
      { do: '选文件', how: '点“选择文件”，或把文件直接拖到窗口里。标题行、两行表头、小计、合计和签字行会自动认出来。' },
      { do: '对应列', how: '程序会猜每一列是什么，猜错的可以改。同样的表下次不用再对。' },
      { do: '看预览', how: '新增、变更、相同、有错分开列。有错的写明第几行、哪一列、什么原因，不影响其他行写入。' },
      { do: '写入与撤销', how: '一次写入，也可以一次撤销，回到导入之前。' },
      {
        do: '身份证号显示成 3.71E+17',
        how: '这是 Excel 把号码改坏了，后几位已经丢失，无法还原，请对照原件重填，并把那一列设成文本格式。',
      },
    ],
  },
  {
    key: 'photos',
    title: '照片',
    initials: 'zp',
    words: '上传 裁剪 批量 头像 证件照',
    at: '/photos',
    lead: '指示牌要用照片。一张一张上传，或整个文件夹一起导入。',
    steps: [
      { do: '一张一张', how: '点开网格员，点照片位置，选文件，拖动裁剪框到合适位置。' },
      {
        do: '批量导入',
        how: '网格员 → 上传照片。文件名里写身份证号、姓名，或姓名加手机号码，程序自动对上人；对不上的和重名的单独列出来，由您指定。',
      },
      { do: '要求', how: 'JPG 或 PNG，单张不超过 10 MB。程序统一裁成 5:7，横着拍的会自动转正。' },
    ],
  },
  {
    key: 'signboards',
    title: '指示牌',
    initials: 'zsp',
    words: '打印 PDF A4 A3 预览 二维码 监督电话 职责',
    at: '/signboards',
    lead: '按网格打印网格化服务管理指示牌。',
    steps: [
      { do: '选网格', how: '勾选要打印的网格，或全选。缺照片、缺手机号码或没有网格员的，打印前会列出来。' },
      { do: '选尺寸', how: 'A4、A3 用办公打印机；600×900 毫米存成 PDF 交给印刷厂。' },
      { do: '改文字', how: '标题、职责、监督电话和发布单位在 设置 → 指示牌内容 里改，改完所有指示牌一起变。' },
      { do: '打印机设置', how: '在打印对话框里选“实际大小”，不要选“适合页面”，边距选“无”。' },
    ],
  },
  {
    key: 'reports',
    title: '报表',
    initials: 'bb',
    words: '导出 花名册 一览表 Excel 上报 统计日期',
    at: '/reports',
    lead: '导出专职网格员花名册、社区（村居）一览表、居民小区一览表。',
    steps: [
      { do: '导出', how: '选统计日期，点“导出”。标题、填报单位、页眉页脚、签字行都已排好，打印正好一页宽。' },
      { do: '身份证号和电话', how: '导出的是文本格式，不会变成 3.71E+17。' },
    ],
  },
  {
    key: 'backup',
    title: '备份与恢复',
    initials: 'bfyhf',
    words: '设置 备份 还原 换电脑 数据文件 丢失',
    at: '/settings',
    lead: '全部数据和照片在一个文件里。每天自动备份一次，也可以随时手动备份。',
    steps: [
      { do: '立即备份', how: '今日，或设置 → 备份与恢复，点“立即备份”。备份完会自动打开核对一遍，确认完整才算数。' },
      { do: '换个地方存', how: '设置 → 备份与恢复，改备份文件夹，比如改到移动硬盘。' },
      { do: '恢复', how: '设置 → 备份与恢复，选一份，点“恢复”。现在的数据会先换下来另外存放，不会被删除。' },
      { do: '换电脑', how: '在旧电脑上备份，把备份文件拷到新电脑，装好程序后在设置里恢复。' },
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

/** 快捷键, in the order they are learnt. */
export const shortcuts: readonly { keys: string; does: string }[] = [
  { keys: 'Ctrl+K', does: '找人、地点、网格、报表、帮助' },
  { keys: 'F1', does: '本页帮助' },
  { keys: 'Ctrl+F', does: '在当前名单里查找' },
  { keys: 'Ctrl+S', does: '保存正在填的表单；导出当前报表' },
  { keys: 'Ctrl+Z', does: '撤销刚才的操作' },
  { keys: 'Ctrl+P', does: '打印指示牌；报表请导出后打印' },
  { keys: 'Ctrl+C', does: '复制选中的行，可粘贴到 Excel' },
  { keys: 'F2', does: '修改选中的一条' },
  { keys: 'Enter', does: '打开选中的一条；填表时到下一格' },
  { keys: '↑ ↓', does: '在名单里上下移动' },
  { keys: '空格', does: '勾选或取消' },
  { keys: 'Esc', does: '关闭，填了一半的内容会留着' },
];
