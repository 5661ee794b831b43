// Of whom a title speaks: the 专职网格员, a 网格长, the community, or somebody else. Word lists, made into patterns once; a word that
// nobody knows is a group of its own, never silently the worker's.

const any = (...words: readonly string[]): string => `(?:${words.join('|')})`;

/** What comes after the word for a person in a group's title: 网格员基本情况, 专职网格员花名册. */
const tail = `${any('基本', '个人', '联系', '身份')}?${any('信息', '情况', '资料', '名单', '名册', '花名册', '一览表', '队伍', '方式', '电话')}?`;

const worker = any('社区', '村居', '村', '街道', '本', '现任', '在岗')
  .concat('*')
  .concat(any('专职', '全科', '专职化'), '?')
  .concat(any('网格员', '网格人员', '人员', '员工', '职工', '工作人员', '队员', '本人', '个人'))
  .concat('(?:\\((?:专职|全科)\\))?');

const leader = any('兼职', '总', '一级', '二级').concat('?网格长');

const community = any(
  '社区',
  '村居',
  '村',
  '社区\\(村\\)',
  '社区\\(村居\\)',
  '村\\(社区\\)',
  '村\\(居\\)',
  '居委会',
  '村委会',
  '村两委',
  '两委',
);

const offices = any('社区', '村居', '村', '街道', '支部', '党支部', '总支', '社区总支', '物业', '居委会', '村委会');

const others = `${offices}?${any(
  '书记',
  '主任',
  '委员',
  '干部',
  '负责人',
  '联系人',
  '副网格长',
  '微网格长',
  '微网格员',
  '兼职网格员',
  '[原前上]任?网格员',
  '前任网格员',
  '上任网格员',
  '[楼栋院户组片队]长',
  '楼栋长',
  '楼门长',
  '单元长',
  '村民小组长',
  '小组长',
  '户主',
  '协管员',
  '联络员',
  '指导员',
  '督导员',
  '帮扶人?员?',
  '包联?(?:村|片|社区|保)?(?:干部|领导|人员|责任人)?',
  '民警',
  '社区民警',
  '辅警',
  '物业公司?',
  '总支',
  '街道办?',
  '配偶',
  '父亲',
  '母亲',
  '子女',
  '家属',
  '亲属',
  '紧急联系人',
  '推荐人',
  '介绍人',
  '担保人',
  '填报人',
  '审核人',
  '经办人',
  '分管领导',
)}`;

/** Groups that say nothing of whose their columns are: 基本情况, 联系方式, 所在网格. */
const neutral = `${any(
  '基本',
  '人员',
  '自然',
  '身份',
  '联系',
  '通讯',
  '任职',
  '岗位',
  '工作',
  '学历',
  '上岗',
  '所在',
  '所属',
  '所辖',
  '管辖',
  '服务',
  '负责',
)}?${any('基本')}?${any('信息', '情况', '资料', '方式', '电话', '网格', '单位', '地点', '岗位', '联系', '住址')}?`;

const whole = (pattern: string): RegExp => new RegExp(`^${pattern}$`);
const workerGroup = whole(worker + tail);
const leaderGroup = whole(leader + tail);
const communityGroup = whole(community + tail);
const othersGroup = whole(others + tail);
const neutralGroup = whole(neutral);

/** Whose a column is. `group`: of somebody whom the title names otherwise, or of a group that nobody knows. */
export type Owner = { of: 'worker' } | { of: 'leader' | 'community' | 'group'; words: string };

/** Chinese for whose it is. */
export const ownerWords = (owner: Owner): string => (owner.of === 'worker' ? '网格员' : owner.words);

/** @param group a plain title; null where it says nothing of whose its columns are */
export function ownerOfGroup(group: string): Owner | null {
  if (leaderGroup.test(group)) return { of: 'leader', words: '网格长' };
  if (workerGroup.test(group)) return { of: 'worker' };
  if (communityGroup.test(group)) return { of: 'community', words: '社区（村居）' };
  if (othersGroup.test(group)) return { of: 'group', words: group };
  return neutralGroup.test(group) ? null : { of: 'group', words: group };
}

const workerFirst = new RegExp(`^${worker}的?(?=.)`);
/** 网格员姓名 → 姓名; unchanged where the title doesn't begin with the worker. */
export const withoutWorker = (title: string): string => title.replace(workerFirst, '');
export const beginsWithWorker = (title: string): boolean => new RegExp(`^${worker}`).test(title);

const firstWords: readonly [RegExp, Owner | null][] = [
  [new RegExp(`^${leader}`), { of: 'leader', words: '网格长' }],
  [new RegExp(`^${others}`), null],
  [new RegExp(`^${community}`), { of: 'community', words: '社区（村居）' }],
];

/** The ways in which a title may begin with somebody else: 书记手机 → 书记, 手机. `rest` is '' for the person's name. */
export const othersFirst = (title: string): { owner: Owner; rest: string }[] =>
  firstWords.flatMap(([pattern, owner]) => {
    const whose = pattern.exec(title)?.[0];
    if (whose === undefined) return [];
    return [{ owner: owner ?? { of: 'group' as const, words: whose }, rest: title.slice(whose.length).replace(/^的/, '') }];
  });

/** Lists of people who aren't the present 专职网格员, by a sheet's name or a table's title. */
const otherLists =
  /网格长|楼[长栋]|单元长|微网格|兼职|书记|主任|民警|协管员|志愿|后备|候选|应聘|参考人员|考试|离职|离岗|辞退|退休|减员|调离|旧|历史|作废|备份|往年|去年|停用|删除/;

/** The words by which a sheet's name or a title says that others are listed; null where it doesn't. */
export const otherListIn = (title: string): string | null =>
  title.length > 40 || (/专职网格员/.test(title) && !/离职|离岗|辞退|退休|减员|旧|历史|作废/.test(title))
    ? null
    : (otherLists.exec(title)?.[0] ?? null);
