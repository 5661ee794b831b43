// Makes up the demo office's people: names as their generation has them, ID numbers that check, mobiles, schooling with an old
// tail. None is anybody; the same seed makes the same people.
import { checkCharacterOf } from '../../../shared/rules/idNumber.ts';
import type { Chance } from './chance.ts';

export type DemoPerson = {
  name: string;
  sex: 'male' | 'female';
  /** YYYY-MM-DD, as in the ID number. */
  birthDay: string;
  idNumber: string;
  mobile: string;
  ethnicity: string;
  education: string;
  politics: string;
};

/** What is decided beforehand about somebody; the rest falls by chance. */
export type Wish = Partial<Pick<DemoPerson, 'name' | 'sex' | 'ethnicity' | 'education'>> & {
  /** Year of birth, from and to. */
  born: readonly [number, number];
};

const surnames = Array.from(
  '王王王王王李李李李张张张张刘刘刘陈陈杨杨赵赵孙孙马徐徐朱朱胡郭郭何高高林罗郑梁谢宋唐许韩冯邓曹彭曾田董袁潘于于蒋蔡余杜杜叶程魏魏苏吕丁任沈姚卢姜姜崔崔钟谭陆汪范石石廖贾夏韦付方白邹孟孟熊秦秦邱江尹薛薛闫段雷侯龙史陶贺顾毛郝龚邵邵万钱严武武戴莫孔向汤耿牛庞庞窦窦邢邢解单仇',
);
const old = {
  male: '国强 建国 志刚 德海 庆军 明德 长河 永福 玉山 学文 文革 卫东 建军 国庆 洪亮 振华 福生 春生 长顺 青山 克勤 立国 桂林 兆祥 传金 守义 广田 宝山 维东 大勇',
  female:
    '秀英 桂兰 玉兰 桂芳 淑贞 秀兰 春梅 玉梅 凤英 桂香 爱华 秀珍 玉珍 兰英 翠花 素英 月英 桂花 淑华 金凤 凤霞 瑞英 玉华 秀云 春兰 爱菊 丽华 桂琴 素芹 庆霞',
} as const;
const young = {
  male: '伟 磊 洋 鹏 超 勇 涛 浩 志强 文博 俊杰 明亮 晓东 海波 凯 建华 绪亮 宁 彬 帅 子豪 德龙 立新 广伟 兴旺 光辉 新民 学军 昌盛 运涛',
  female:
    '丽 艳 静 敏 霞 燕 娜 芳 红 玲 艳博 丽娟 晓燕 海燕 春燕 文静 雪梅 晓丽 佳佳 婷婷 慧敏 海霞 彦红 清华 秀丽 学英 亚楠 倩倩 立敏 卫红',
} as const;
const mobilePrefixes = ['135', '136', '137', '138', '139', '150', '151', '152', '158', '159', '182', '187', '188', '191', '199'];

const two = (value: number): string => String(value).padStart(2, '0');
function schooling(chance: Chance, year: number): string {
  const toss = chance.upTo(100);
  if (year < 1966) return toss < 42 ? '小学' : toss < 88 ? '初中' : '高中';
  if (year < 1976) return toss < 12 ? '小学' : toss < 58 ? '初中' : toss < 84 ? '高中' : '中专（中技）';
  if (year < 1988) return toss < 34 ? '初中' : toss < 62 ? '高中' : toss < 80 ? '中专（中技）' : '大专';
  return toss < 20 ? '高中' : toss < 40 ? '中专（中技）' : toss < 82 ? '大专' : '本科';
}

export function peopleMaker(chance: Chance): (wish: Wish) => DemoPerson {
  const taken = new Set<string>();
  const fresh = (make: () => string): string => {
    for (;;) {
      const made = make();
      if (taken.has(made)) continue;
      taken.add(made);
      return made;
    }
  };
  return (wish) => {
    const sex = wish.sex ?? (chance.happens(54) ? 'female' : 'male');
    const year = wish.born[0] + chance.upTo(wish.born[1] - wish.born[0] + 1);
    const given = (year < 1978 ? old : young)[sex].split(' ');
    const name = wish.name ?? fresh(() => chance.pick(surnames) + chance.pick(given));
    const birthDay = `${year}-${two(1 + chance.upTo(12))}-${two(1 + chance.upTo(28))}`;
    const idNumber = fresh(() => {
      const order = 20 + chance.upTo(480);
      const digits = `371323${birthDay.replaceAll('-', '')}${String(order * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')}`;
      return digits + checkCharacterOf(digits);
    });
    return {
      name,
      sex,
      birthDay,
      idNumber,
      mobile: fresh(() => chance.pick(mobilePrefixes) + String(10_000_000 + chance.upTo(89_999_999))),
      ethnicity: wish.ethnicity ?? '汉族',
      education: wish.education ?? schooling(chance, year),
      politics: chance.happens(year < 1970 ? 46 : 28) ? '中共党员' : year > 1996 ? '共青团员' : '群众',
    };
  };
}

/** The same number with a last character that doesn't check: somebody wrote it down wrong. */
export const miswritten = (idNumber: string): string => idNumber.slice(0, 17) + (idNumber.endsWith('3') ? '7' : '3');
