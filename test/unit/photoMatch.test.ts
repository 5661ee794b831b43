// Whose photo a file is: read from its name and its folders', never guessed.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGluedWord } from '../../main/rooms/photos/fileWords.ts';
import { matchName, type Person, register } from '../../main/rooms/photos/match.ts';
import type { StandingGround } from '../../main/rooms/roster/standing.ts';
import { shownName } from '../../shared/rules/masking.ts';

const people: Person[] = [
  { id: 1, name: '王秀英', idNumber: '371323197412031228', mobile: '13805390001', sex: 'female' },
  { id: 2, name: '李伟', idNumber: '37132319800101123X', mobile: '13805390002', sex: 'male' },
  { id: 3, name: '李伟', idNumber: null, mobile: '13805390003', sex: 'female' },
  { id: 4, name: '阿依古丽·买买提', idNumber: null, mobile: null, sex: null },
  { id: 5, name: '高照', idNumber: null, mobile: null },
  { id: 6, name: '欧阳海峰', idNumber: null, mobile: '13805390006' },
  { id: 7, name: '王明', idNumber: '371323198505050019', mobile: '13805390007', sex: 'male' },
  { id: 8, name: '李红', idNumber: null, mobile: null, sex: 'female' },
  // Two pairs of one name, one pair of whom stands in two communities, the other in two grids of one.
  { id: 9, name: '张敏', idNumber: null, mobile: null, sex: 'female' },
  { id: 10, name: '张敏', idNumber: null, mobile: null, sex: 'female' },
  { id: 11, name: '刘洋', idNumber: null, mobile: null },
  { id: 12, name: '刘洋', idNumber: null, mobile: null },
  { id: 13, name: '孙建', idNumber: null, mobile: null },
  // 凌 as a compatibility character, as a PDF gives it.
  { id: 14, name: '凌志远', idNumber: null, mobile: null },
];
const grounds: StandingGround[] = [
  { level: 'branch', name: '东关社区总支', workerIds: [7, 9] },
  { level: 'branch', name: '第二总支', workerIds: [10, 11, 12] },
  { level: 'community', name: '东风社区', workerIds: [7, 9] },
  { level: 'community', name: '长虹社区', workerIds: [10, 11, 12] },
  { level: 'community', name: '空村', workerIds: [] },
  { level: 'compound', name: '锦绣花园小区', workerIds: [9] },
  { level: 'grid', name: '东风社区第一网格', workerIds: [7] },
  { level: 'grid', name: '东风社区第二网格', workerIds: [9] },
  { level: 'grid', name: '长虹社区第一网格', workerIds: [10, 11] },
  { level: 'grid', name: '长虹社区3网格', workerIds: [12] },
];
const known = register(people, grounds);

describe('is told by its name', () => {
  test.each([
    ['王秀英.jpg', 1],
    ['371323197412031228.jpg', 1],
    ['照片/第一总支/王秀英.JPG', 1],
    ['照片\\第一总支\\王秀英.png', 1],
    ['王秀英_1.jpg', 1],
    ['王秀英 (2).jpg', 1],
    ['王秀英（一寸照片）.jpg', 1],
    ['王秀英照片.jpeg', 1],
    ['照片-王秀英-副本.jpg', 1],
    ['003王秀英.jpg', 1],
    ['幸福社区-王秀英.jpg', 1],
    ['王秀英371323197412031228.jpg', 1],
    ['王秀英+13805390001.jpg', 1],
    ['37132319800101123x.jpg', 2],
    ['李伟 13805390003.jpg', 3],
    ['李伟１３８０５３９０００２.jpg', 2],
    ['李伟-37132319800101123X.jpg', 2],
    ['阿依古丽•买买提.jpg', 4],
    ['高照.jpg', 5],
    ['欧阳海峰证件照.jpg', 6],
    // Blanks, counters, endings, places, words.
    ['王　明.jpg', 7],
    ['李 红.jpg', 8],
    ['李  红 照片.jpg', 8],
    ['1.王明.jpg', 7],
    ['01、王明.jpg', 7],
    ['①王明.jpg', 7],
    ['001王明.jpg', 7],
    ['王明.jpg.jpg', 7],
    ['王明.JPEG.png', 7],
    ['王明.heic.jpg', 7],
    ['王明', 7],
    ['东风社区王明.jpg', 7],
    ['东风王明的照片/东风社区-王明.jpg', 7],
    ['东风-王明.jpg', 7],
    ['东风居委会王明.jpg', 7],
    ['东关社区总支 王明.jpg', 7],
    ['东风社区第一网格王明.jpg', 7],
    ['东风社区1网格王明.jpg', 7],
    ['第01网格-王明.jpg', 7],
    ['沂城街道-东风社区-王明.jpg', 7],
    ['王明-电子照.jpg', 7],
    ['王明标准照.jpg', 7],
    ['王明半身照.jpg', 7],
    ['王明一寸照.jpg', 7],
    ['王明1寸照.jpg', 7],
    ['王明证件照 (1).jpg', 7],
    ['王明免冠照.jpg', 7],
    ['王明正面免冠彩色照片.jpg', 7],
    ['王明的证件照.jpg', 7],
    ['王明 - 副本 (2).jpg', 7],
    ['王明 - Copy.jpg', 7],
    ['王明_修图.jpg', 7],
    ['王明_20240901_101010.jpg', 7],
    ['微信图片_20240901101010王明.jpg', 7],
    ['mmexport1693552342342王明.jpg', 7],
    ['IMG_王明.jpg', 7],
    ['王明红底.jpg', 7],
    ['网格员王明.jpg', 7],
    ['专职网格员-王明-男.jpg', 7],
    ['王明（男）.jpg', 7],
    ['王明先生.jpg', 7],
    ['王明2024年9月1日.jpg', 7],
    ['第3批 王明.jpg', 7],
    ['姓名：王明 电话：13805390007.jpg', 7],
    ['王明 138 0539 0007.jpg', 7],
    ['王明138-0539-0007.jpg', 7],
    ['王明+8613805390007.jpg', 7],
    ['阿依古丽买买提.jpg', 4],
    ['阿依古丽.买买提 照片.jpg', 4],
    ['\uf955志远.jpg', 14],
    ['王明 原图.jpg', 7],
    ['王明_新.jpg', 7],
    ['老城社区改造/王明.jpg', 7],
    ['golden/王明.jpg', 7],
    // ID numbers however their last character is written, or in groups.
    ['37132319800101123Х.jpg', 2],
    ['37132319800101123х.jpg', 2],
    ['37132319800101123×.jpg', 2],
    ['37132319800101123Ⅹ.jpg', 2],
    ['３７１３２３１９８００１０１１２３Ｘ.jpg', 2],
    ['371323 19800101 123X.jpg', 2],
    ['李伟 身份证号：37132319800101123X.jpg', 2],
    ['身份证37132319800101123X_李伟_13805390002.jpg', 2],
    ['东风社区37132319800101123X电子照.jpg', 2],
    // Who is meant of two.
    ['李伟 男.jpg', 2],
    ['李伟女士.jpg', 3],
    ['东风社区/张敏.jpg', 9],
    ['长虹社区/张敏.jpg', 10],
    ['照片/长虹社区（12人）/张敏.jpg', 10],
    ['照片/01 长虹/电子照/张敏.jpg', 10],
    ['长虹居委会\\张敏.jpg', 10],
    ['东关社区总支/张敏.jpg', 9],
    ['第二总支/张敏.jpg', 10],
    ['锦绣花园/张敏.jpg', 9],
    ['东风社区张敏.jpg', 9],
    ['张敏（长虹社区）.jpg', 10],
    ['长虹社区/第一网格/刘洋.jpg', 11],
    ['长虹社区/3网格/刘洋.jpg', 12],
    ['长虹社区第三网格 刘洋.jpg', 12],
  ])('%s is worker %i', (name, workerId) => {
    expect(matchName(name, known)).toMatchObject({ kind: 'matched', workerId });
  });
});

describe('is left to the person', () => {
  test.each([
    ['李伟.jpg', 'ambiguous', /有 2 位李伟/, [2, 3]],
    ['王秀英 李伟.jpg', 'ambiguous', /王秀英、李伟/, [1, 2, 3]],
    ['李伟371323197412031228.jpg', 'ambiguous', /是王秀英的，文件名写的是李伟/, [1, 2, 3]],
    ['王秀英13900000000.jpg', 'nobody', /手机号码与台账不同/, [1]],
    ['王秀英371323199001011236.jpg', 'nobody', /没有这个身份证号/, [1]],
    ['13805390006.jpg', 'nobody', /只有手机号码/, [6]],
    ['王秀.jpg', 'nobody', /没有台账上的/, []],
    ['IMG_20260901_101010.jpg', 'nobody', /没有台账上的/, []],
    ['王秀英/IMG_0001.jpg', 'nobody', /没有台账上的/, [1]],
    // A name that only contains one of ours, and one with somebody else's beside it.
    ['王明华.jpg', 'nobody', /“王明华”.*是不是王明/, [7]],
    ['小王明.jpg', 'nobody', /“小王明”/, [7]],
    ['东风社区王明华.jpg', 'nobody', /“东风社区王明华”/, [7]],
    ['王明华证件照.jpg', 'nobody', /“王明华证件照”/, [7]],
    ['王明 华.jpg', 'nobody', /“王明华”/, [7]],
    ['王明-华.jpg', 'ambiguous', /还有“华”/, [7]],
    ['王明 赵强.jpg', 'nobody', /“王明赵强”/, [7]],
    ['王明_赵强.jpg', 'ambiguous', /还有“赵强”/, [7]],
    ['王明的爱人.jpg', 'nobody', /王明/, [7]],
    ['王明（代）.jpg', 'ambiguous', /还有“代”/, [7]],
    ['网格长王明.jpg', 'nobody', /“网格长王明”/, [7]],
    ['赵强 37132319800101123X.jpg', 'ambiguous', /是李伟的.*“赵强”/, [2]],
    ['赵强的证件照_37132319800101123X.jpg', 'ambiguous', /“赵强的证件照”/, [2]],
    ['李伟红37132319800101123X.jpg', 'ambiguous', /“李伟红”/, [2, 3]],
    ['王明 赵强 13805390007.jpg', 'nobody', /“王明赵强”/, [7]],
    ['王明-赵强-13805390007.jpg', 'ambiguous', /“赵强”/, [7]],
    // 孙建 and 新照片, or 孙建新 and 照片.
    ['孙建新照片.jpg', 'nobody', /孙建/, [13]],
    ['孙建小一寸.jpg', 'nobody', /孙建/, [13]],
    // Characters that got lost on the way, or stand in other letters.
    ['李红□.jpg', 'nobody', /“李红□”/, [8]],
    ['李红\ufffd.jpg', 'nobody', /“李红□”/, [8]],
    ['李红ying.jpg', 'nobody', /“李红ying”/, [8]],
    ['李红X.jpg', 'nobody', /“李红X”/, [8]],
    ['WangMing王明.jpg', 'nobody', /“WangMing王明”不是.*是不是王明/, [7]],
    ['a1Li李红Hong□.jpg', 'nobody', /“Li李红Hong□”/, [8]],
    ['x赵强-李红y.jpg', 'nobody', /“x赵强”“李红y”/, [8]],
    // What says of itself that it isn't the photo of today.
    ['王明（旧）.jpg', 'ambiguous', /^文件名里写着“旧”，请看是不是现在要用的照片$/, [7]],
    ['王明-旧照片.jpg', 'ambiguous', /“旧照片”/, [7]],
    ['王明 老照片.jpg', 'ambiguous', /“老照片”/, [7]],
    ['旧 王明 照片.jpg', 'ambiguous', /“旧”/, [7]],
    ['旧王明.jpg', 'nobody', /“旧王明”/, [7]],
    ['王明_原.jpg', 'ambiguous', /“原”/, [7]],
    ['王明_作废.jpg', 'ambiguous', /“作废”/, [7]],
    ['王明（已离职）.jpg', 'ambiguous', /“已离职”/, [7]],
    ['王明 离职.jpg', 'ambiguous', /“离职”/, [7]],
    ['王明离职.jpg', 'nobody', /“王明离职”/, [7]],
    ['王明_old.jpg', 'ambiguous', /“old”/, [7]],
    ['王明 (OLD).jpg', 'ambiguous', /“OLD”/, [7]],
    ['37132319800101123X（旧）.jpg', 'ambiguous', /“旧”/, [2]],
    ['李伟 13805390003 旧.jpg', 'ambiguous', /“旧”/, [3]],
    ['旧照片/王明.jpg', 'ambiguous', /^文件夹里写着“旧照片”/, [7]],
    ['2023年离职人员/王明.jpg', 'ambiguous', /“离职人员”/, [7]],
    ['old/王明.jpg', 'ambiguous', /“old”/, [7]],
    // The ID card itself.
    ['王明身份证.jpg', 'nobody', /王明/, [7]],
    ['王明身份证_1.jpg', 'nobody', /王明/, [7]],
    ['王明-身份证正面.jpg', 'ambiguous', /身份证正面/, [7]],
    // Numbers that are no ID number any more.
    ['王明3713231985050500.jpg', 'ambiguous', /不是 18 位/, [7]],
    ['王明37132319850505001.jpg', 'ambiguous', /不是 18 位/, [7]],
    ['王明371323850505001.jpg', 'ambiguous', /不是 18 位/, [7]],
    ['371323198505050019 371323197412031228.jpg', 'ambiguous', /两个身份证号/, []],
    ['王明 13805390007 13805390001.jpg', 'nobody', /手机号码与台账不同/, [7]],
    // What contradicts the ledger.
    ['长虹社区王明.jpg', 'ambiguous', /“长虹社区”.*王明/, [7]],
    ['长虹社区/王明.jpg', 'ambiguous', /“长虹社区”/, [7]],
    ['空村/王明.jpg', 'ambiguous', /“空村”/, [7]],
    ['幸福社区-王明.jpg', 'ambiguous', /“幸福社区”/, [7]],
    ['幸福社区王明.jpg', 'nobody', /“幸福社区王明”/, [7]],
    ['第二网格王明.jpg', 'ambiguous', /“第二网格”/, [7]],
    ['王明女.jpg', 'nobody', /“王明女”/, [7]],
    ['王明 女.jpg', 'ambiguous', /“女”/, [7]],
    ['空村/张敏.jpg', 'ambiguous', /“空村”.*2 位张敏/, [9, 10]],
    ['东风社区/长虹社区/张敏.jpg', 'ambiguous', /2 位张敏/, [9, 10]],
    ['长虹社区/刘洋.jpg', 'ambiguous', /有 2 位刘洋/, [11, 12]],
  ])('%s: %s', (name, kind, reason, candidates) => {
    expect(matchName(name, known)).toEqual({ kind, reason: expect.stringMatching(reason) as string, candidates });
  });

  test('a stretch that would take long to read is left over', () => {
    const begun = performance.now();
    expect(matchName(`${'照片'.repeat(500)}王明.jpg`, known).kind).toBe('nobody');
    expect(matchName(`${'王明照片红底'.repeat(16)}.jpg`, known).kind).not.toBe('nobody');
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

/** Whether a word that may stand beside a name begins in one text and ends in the next. */
const straddles = (left: string, right: string): boolean =>
  [1, 2, 3].some((ending) => [1, 2, 3].some((beginning) => isGluedWord(left.slice(-ending) + right.slice(0, beginning))));

describe('a name that contains another’s', () => {
  // Characters of names, some of which begin or end a word that may stand beside a name.
  const character = fc.constantFrom(...Array.from('王明华李红秀英白照片近一二寸小大新同志电子专职像东风社区网格员第村男女'));
  const name = fc.array(character, { minLength: 2, maxLength: 4 }).map((marks) => marks.join(''));
  const word = fc.constantFrom(
    '照片',
    '证件照',
    '一寸照',
    '红底',
    '电子照',
    '近照',
    '副本',
    '网格员',
    '东风社区',
    '的照片',
    '同志',
  );
  const anyWord = fc.oneof(word, fc.constantFrom('新照片', '寸照', '小一寸', '照', '男', '新'));
  const sign = fc.constantFrom('', '', '_', '-', ' ', '1', '（', '.');

  test('never matches the shorter one, whatever stands beside it', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
        name,
        fc.array(fc.tuple(anyWord, sign), { maxLength: 2 }),
        fc.array(fc.tuple(sign, anyWord), { maxLength: 2 }),
        (names, meant, before, after) => {
          // 照 before 片男小 is 照片 before 男小 to anybody.
          fc.pre(!straddles(before.flat().join(''), meant) && !straddles(meant, after.flat().join('')));
          const others = names.filter((one) => one !== meant);
          const ledger = register(
            others.map((one, id) => ({ id, name: one, idNumber: null, mobile: null })),
            [{ level: 'community', name: '东风社区', workerIds: others.map((_, id) => id) }],
          );
          const longer = others.filter((one) => meant.includes(one));
          const file = [...before.flat(), meant, ...after.flat()].join('');
          const match = matchName(`${file}.jpg`, ledger);
          // The one on it isn't in the ledger: nobody whose name is a part of theirs may be taken for them.
          expect(match.kind === 'matched' && longer.includes(others[match.workerId] ?? '')).toBe(false);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  test('matches itself, with known words beside it and signs between', () => {
    const plain = fc
      .array(fc.constantFrom(...Array.from('王明华李秀英赵钱孙周')), { minLength: 2, maxLength: 4 })
      .map((marks) => marks.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(plain, { minLength: 1, maxLength: 8 }), word, word, (names, before, after) => {
        const ledger = register(names.map((one, id) => ({ id, name: one, idNumber: null, mobile: null })));
        for (const [id, one] of names.entries())
          expect(matchName(`${before}_${one}-${after}.jpg`, ledger)).toMatchObject({ kind: 'matched', workerId: id });
      }),
    );
  });
});

test('a file name is shown without its full ID number', () => {
  expect(shownName('照片/王秀英371323197412031228.jpg')).toBe('王秀英371323**********28.jpg');
  expect(shownName('37132319800101123x.jpg')).toBe('371323**********3x.jpg');
  expect(shownName('371323740101123.jpg')).not.toContain('740101');
  expect(shownName('３７１３２３１９７４１２０３１２２８.xls')).not.toContain('１９７４１２０３');
  // What stays of it is half-width, however it was typed.
  expect(shownName('37132319900101122０.jpg')).toBe('371323**********20.jpg');
  expect(shownName('３７１３２３１９９００１０１１２２Ｘ.jpg')).toBe('371323**********2X.jpg');
  expect(shownName('37132319900101122ｘ.jpg')).toBe('371323**********2x.jpg');
  expect(shownName('３７１３２３１９９００１０１１２２０８.jpg')).toBe('371323***********08.jpg');
  expect(shownName('李伟 13805390003.jpg')).toBe('李伟 13805390003.jpg');
  expect(shownName('李伟 １３８０５３９０００３.jpg')).toBe('李伟 １３８０５３９０００３.jpg');
});
