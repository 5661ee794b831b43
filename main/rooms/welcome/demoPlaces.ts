// The demo office's places: the real 17 + 79 communities and villages of one street, from its public statistical code list,
// and 66 made-up compounds. A code is the street's nine digits and three of its own.

export const demoStreet = {
  street: '沂城街道',
  unit: '沂城街道办事处',
  areaCode: '371323001',
  phone: '0539-0000001',
  hotline: '0539-0000000',
} as const;

export const demoBranches: readonly string[] = '一 二 三 四 五 六 七 八 九 十'.split(' ').map((number) => `第${number}社区总支`);

export type DemoCompound = {
  name: string;
  developedBy: 'community' | 'developer';
  /** Index into `demoPropertyCompanies`, or null where the community keeps house itself. */
  company: number | null;
};
export type DemoCommunity = {
  /** Twelve digits. */
  code: string;
  name: string;
  kind: 'urban' | 'rural';
  /** Index into `demoBranches`. */
  branch: number;
  compounds: readonly DemoCompound[];
};

export const demoPropertyCompanies: readonly string[] = [
  '睦邻物业服务有限公司',
  '嘉和物业服务有限公司',
  '青禾物业服务有限公司',
  '恒安物业服务有限公司',
  '清源物业服务有限公司',
  '佳苑物业服务有限公司',
];

/** Compounds after the colon; those marked ° were built by the community. */
const urban = `001阳东街社区:锦绣花园 沂河名郡 阳东小区° 东苑小区° 文景华庭
002阳西街社区:龙山小区° 阳光家园 西苑小区° 金水湾花园
003茶庵街社区:御景名郡 茶庵小区° 书香苑
004回民街社区:和谐家园 清真寺街小区° 雪山华府 龙泉小区° 幸福里 润泽园
005新村社区:新村小区° 锦程花园 长安名郡 东方花园
006东关街社区:东关小区° 雪山名郡 沂蒙家园 和平小区° 金桂园 府东苑
007南关街社区:南关小区° 阳光花园 鑫源小区
008北关街社区:北关小区° 和谐华府 学府家园
009城里街社区:城里小区° 龙山新城 东方名郡 县府家属院° 沂河华府 锦绣家园
010前小河社区:前小河小区° 御景家园 滨河花园
011后小河社区:后小河小区° 雪山新城 沂河花园 阳光水岸 龙岗小区 翠湖名苑
012东皋社区:东皋小区° 长安新城 锦绣华府
013长虹社区:长虹小区° 金水华府 电业小区° 御景华府 惠民小区° 枫林苑
014南庄社区:南庄小区° 长安家园 丹桂园
015湖埠西社区:湖埠西小区° 沂蒙花园 东方家园
016牛岭埠社区:牛岭埠小区°
017前埠东社区:前埠东小区°`;

const rural = `204徐家洼村 205柏家坪村 206李家洼村 207小梨行村 208西朱家庄村 209七里堡子村 210姚家官庄村 211燕家庄村
212大滑石沟村 213长安庄村 214大梨行村 215三山官庄村 216小滑石沟村 217阎家庄村 218全美官庄村 219前晏家铺村
220后晏家铺村 221石山官庄村 222冯家庄村 225黄泥崖村 226马山官庄村 227毛家窑村 228下宅村 229东院村
230田庄村 231前贺庄村 232后贺庄村 233前石良村 234东石良村 235石良店子村 236许家石良村 237侯家石良村
238鼓山前村 239小东山村 240向阳村 241双龙村 242房家庄村 243高家岭村 244罗家庄村 245景家庄村
246东朱家庄村 247长家沟村 248前龙家庄村 249后龙家庄村 250唐家庄子村 251武家洼村 252薛家庄村 253跋山店子村
254东古城村 255西古城村 257古城前村 262圈庄村 263泥峪子村 264太平官庄村 265稳坐官庄村 266高山子村
267友兰官庄村 268南场村 269南张庄村 271井峪村 272朝阳官庄村 274后善疃村 276东山村 277大伴城村
278解家官庄村 279小伴城村 280河奎村 281荷叶官庄村 282顾家崖村 283前庞家庄村 284后庞家庄村 285大沟峪村
286金牛官庄村 288孔家庄村 289北张庄村 290前善疃村 291松峰村 292刘官庄村 293前古城村`;

const coded = (text: string): { code: string; name: string } => ({
  code: demoStreet.areaCode + text.slice(0, 3),
  name: text.slice(3),
});

const urbanCommunities: DemoCommunity[] = urban.split('\n').map((line, index) => {
  const [community = '', compounds = ''] = line.split(':');
  return {
    ...coded(community),
    kind: 'urban',
    // Seventeen over ten branches: two each for the first seven.
    branch: index < 14 ? Math.floor(index / 2) : index - 7,
    compounds: compounds.split(' ').map((text, place) => {
      const own = text.endsWith('°');
      return {
        name: own ? text.slice(0, -1) : text,
        developedBy: own ? 'community' : 'developer',
        company: own && place % 2 === 0 ? null : (index + place) % demoPropertyCompanies.length,
      };
    }),
  };
});

const ruralCommunities: DemoCommunity[] = rural.split(/\s/).map((text, index) => ({
  ...coded(text),
  kind: 'rural',
  branch: Math.floor(index / 8),
  compounds: [],
}));

export const demoCommunities: readonly DemoCommunity[] = [...urbanCommunities, ...ruralCommunities];
