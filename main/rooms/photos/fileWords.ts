// The words that people write into the names of photo files beside who is on them: what kind of photo it is, what was done to the
// file, what a number in it is. A word that isn't here is never passed over.

const what = [
  '正面|正脸|免冠|证件|登记|工作|生活|形象|职业|个人|本人|电子|标准|半身|全身|上半身|大头|近期|最近|最新|彩色|高清|原始|修改|修图|精修',
  '红底|蓝底|白底|灰底|[一二两]寸|[小大][一二两]寸|近|彩',
].join('|');
const photo = '照片|照|相片|相|像片|像';

/** May stand right beside a name, or beside each other. */
const glued = new RegExp(
  `^(?:${[
    `的?(?:${what})+(?:${photo})`,
    '的?(?:照片|相片|像片|图片|头像|人像|肖像)',
    '大头贴|免冠|半身|正面|[一二两]寸|[小大][一二两]寸|红底|蓝底|白底|灰底|电子版|电子档',
    '修图|精修|美颜|修改|修改后|原图|原片|高清|裁剪|裁剪后|裁切|压缩|压缩后|最终|定稿|副本|复件|拷贝|备份|补拍|重拍|补充|更新|新增|替换|更换',
    '(?:专职|专兼职)?网格员(?:的)?|专职|姓名|名字|同志|编号|序号|微信图片|微信|第[一二三四五六七八九十]+[张批]',
    '身份证号码?|公民身份号码|证件号码?|手机号码?|手机|联系电话|电话',
  ].join('|')})$`,
  'u',
);

/** What else may stand by itself between blanks and signs. */
const alone = new RegExp(
  `^(?:${[
    '照|寸照|寸照片|寸|底|新|张|号|批|版|年|月|日|岁|的',
    // The street and whoever is above it say nothing about who it is.
    String.raw`\p{Script=Han}{2,}(?:街道|街道办|办事处|县|市|省|中心)`,
  ].join('|')})$`,
  'u',
);

/** Says that a photo, or who is on it, belongs to the past: asked about, wherever it stands by itself. The original, 原图, doesn't. */
const past = new RegExp(
  String.raw`^(?!原[图片始])已?(?:旧|老|原|原来|以前|从前|过去|往年|历史|作废|废|废弃|停用|弃用|不用|换下|替换下|离职|离岗|离任|辞职|辞退|退休|调走|调离|调出|退出)(?:的|版|人员|网格员|人|图|照|${photo}|图片|头像|资料|备份)*$`,
  'u',
);
const pastLatin = /(?<![a-z])(?:old|former|obsolete|expired|deprecated|unused)(?![a-z])/giu;

/** Latin words that programs put into names; what else is glued to a name may stand for a character that got lost. */
const latin =
  /^(?:img|image|pic|picture|photo|photos|dsc|dscn|dscf|vid|wx|wechat|qq|mmexport|copy|final|edit|edited|new|jpg|jpeg|png|id|no|v|[a-e])$/i;

export const longestWord = 24;
export const isGluedWord = (word: string): boolean => glued.test(word);
export const isLoneWord = (word: string): boolean => glued.test(word) || alone.test(word);
export const isProgramsWord = (word: string): boolean => latin.test(word);

export const saysPast = (word: string): boolean => past.test(word);
export const latinPast = (text: string): string[] => text.match(pastLatin) ?? [];

export const sexWords: Readonly<Record<string, 'male' | 'female'>> = { 男: 'male', 女: 'female', 先生: 'male', 女士: 'female' };

/** A community, a compound, a branch or a grid, by what it ends in. */
export const saysPlace = (word: string): boolean => /^.+(?:社区|居委会|村委会|小区|总支|支部|网格)$/u.test(word);
