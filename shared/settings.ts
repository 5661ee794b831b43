// The office's own settings, each under one name: its shape and what a new office starts with.
import { z } from 'zod';
import { codeDigits, codeWanted, isCode } from './rules/areaCode.ts';
import { type CountBounds, countSchema } from './rules/count.ts';
import { typedWords } from './kit/typedWords.ts';
import { isSeen, tidyCode } from './rules/text.ts';

const text = (most: number) => z.string().trim().max(most, `文字太长，请缩短到 ${most} 字以内`);
/** As it is typed: nobody sees what is made of fillers and blanks. What an office stored before must stay readable. */
const seen = (schema: z.ZodType<string, string>) =>
  typedWords(schema.refine((said) => said === '' || isSeen(said), '没有看得见的字，请重新填写'));
export const mostDuties = 8;
export const quotaBounds: CountBounds = { least: 0, most: 100_000 };
export const keptBackups: CountBounds = { least: 3, most: 365 };
const count = countSchema(quotaBounds);
const dutiesOf = (label: z.ZodType<string, string>, said: z.ZodType<string, string>) =>
  z
    .array(z.object({ label, text: said }))
    .min(1, '至少填写一条职责')
    .max(mostDuties, `职责最多 ${mostDuties} 条`);

export const settingSchemas = {
  /** Who the office is. `founded` is null until the welcome screen is answered. */
  office: z.object({
    street: text(30).min(1, '请填写街道名称'),
    /** As printed under 填报单位 and on boards. */
    unit: text(50).min(1, '请填写单位全称'),
    /** The street's part of the statistical area code. Empty: not stated. */
    areaCode: z
      .string()
      .overwrite(tidyCode)
      .refine((code) => code === '' || isCode(code, codeDigits.street), codeWanted('街道区划代码', codeDigits.street)),
    phone: text(30),
    founded: z.string().nullable(),
    demo: z.boolean(),
  }),
  /** 编制: what the figures on the home screen are held against. null: not stated. */
  quota: z.object({
    communities: count.nullable(),
    compounds: count.nullable(),
    urbanGrids: count.nullable(),
    ruralGrids: count.nullable(),
    workers: count.nullable(),
    /** Whether somebody who holds two grids counts once (by person) or twice (by grid) against the quota of workers. */
    workersCountedBy: z.enum(['person', 'grid']),
  }),
  /** What every board carries besides its grid and worker. */
  board: z.object({
    title: text(20).min(1, '请填写指示牌标题'),
    roleTitle: text(12).min(1, '请填写职务名称'),
    hotlineLabel: text(10).min(1, '请填写监督电话的名称'),
    hotline: text(30),
    issuingUnit: text(50),
    dutiesHeading: text(16).min(1, '请填写职责栏标题'),
    duties: dutiesOf(text(8).min(1, '请填写职责的名称'), text(60).min(1, '请填写职责的内容')),
    qrCaption: text(16),
  }),
  backup: z.object({
    /** null: the folder beside the office file. */
    folder: z.string().max(500, '文件夹的路径太长').nullable(),
    daily: z.boolean(),
    /** How many daily backups are kept. */
    keep: z
      .number('请填保留份数')
      .int('请填整数')
      .min(keptBackups.least, '至少保留 3 份')
      .max(keptBackups.most, '最多保留 365 份'),
  }),
  display: z.object({ large: z.boolean() }),
} as const;

const office = settingSchemas.office.shape;
const board = settingSchemas.board.shape;

/** What is typed of the office. */
export const officeTyped = {
  street: typedWords(office.street.refine(isSeen, '请填写街道名称')),
  unit: typedWords(office.unit.refine(isSeen, '请填写单位全称')),
  areaCode: office.areaCode,
  phone: seen(office.phone),
} as const;

/** What is typed of the boards. */
export const boardTyped = settingSchemas.board.extend({
  title: seen(board.title),
  roleTitle: seen(board.roleTitle),
  hotlineLabel: seen(board.hotlineLabel),
  hotline: seen(board.hotline),
  issuingUnit: seen(board.issuingUnit),
  dutiesHeading: seen(board.dutiesHeading),
  duties: dutiesOf(seen(board.duties.element.shape.label), seen(board.duties.element.shape.text)),
  qrCaption: seen(board.qrCaption),
});

export type Settings = { [Name in keyof typeof settingSchemas]: z.infer<(typeof settingSchemas)[Name]> };
export type SettingName = keyof Settings;

export const newOfficeSettings: Settings = {
  office: { street: '未命名街道', unit: '未命名街道办事处', areaCode: '', phone: '', founded: null, demo: false },
  quota: {
    communities: null,
    compounds: null,
    urbanGrids: null,
    ruralGrids: null,
    workers: null,
    workersCountedBy: 'person',
  },
  board: {
    title: '网格化服务管理指示牌',
    roleTitle: '专职网格员',
    hotlineLabel: '监督电话',
    hotline: '',
    issuingUnit: '',
    dutiesHeading: '网格员工作职责',
    duties: [
      { label: '信息采集', text: '采集更新实有人口、房屋、单位及特殊人群基础信息，做到底数清、情况明' },
      { label: '巡查走访', text: '每日开展网格巡查，每月走访困难家庭、独居老人和留守儿童' },
      { label: '矛盾化解', text: '排查邻里、家庭、物业等矛盾纠纷，及时调处、上报并跟踪回访' },
      { label: '安全隐患', text: '排查消防、燃气、用电、电动自行车充电等安全隐患，督促整改' },
      { label: '便民服务', text: '代办社保、医保、老年优待等事项，收集并反映居民诉求与建议' },
      { label: '政策宣传', text: '宣传党的政策和法律法规，开展反诈、禁毒、防灾减灾知识宣传' },
    ],
    qrCaption: '扫码联系网格员',
  },
  backup: { folder: null, daily: true, keep: 30 },
  display: { large: false },
};
