// Whose photo a file is: read from its name, never guessed.
import { expect, test } from 'vitest';
import { matchName, type Person, register } from '../../main/rooms/photos/match.ts';
import { shownName } from '../../shared/rules/masking.ts';

const people: Person[] = [
  { id: 1, name: '王秀英', idNumber: '371323197412031228', mobile: '13805390001' },
  { id: 2, name: '李伟', idNumber: '37132319800101123X', mobile: '13805390002' },
  { id: 3, name: '李伟', idNumber: null, mobile: '13805390003' },
  { id: 4, name: '阿依古丽·买买提', idNumber: null, mobile: null },
  { id: 5, name: '高照', idNumber: null, mobile: null },
  { id: 6, name: '欧阳海峰', idNumber: null, mobile: '13805390006' },
];
const known = register(people);

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
])('%s is worker %i', (name, workerId) => {
  expect(matchName(name, known)).toMatchObject({ kind: 'matched', workerId });
});

test.each([
  ['李伟.jpg', 'ambiguous', /有 2 位李伟/, [2, 3]],
  ['王秀英 李伟.jpg', 'ambiguous', /王秀英、李伟/, [1, 2, 3]],
  ['李伟371323197412031228.jpg', 'ambiguous', /是王秀英的，文件名写的是李伟/, [1, 2, 3]],
  ['王秀英13900000000.jpg', 'nobody', /手机号码与台账不同/, [1]],
  ['王秀英371323199001011236.jpg', 'nobody', /没有这个身份证号/, [1]],
  ['13805390006.jpg', 'nobody', /只有手机号码/, [6]],
  ['王秀.jpg', 'nobody', /没有台账上的/, []],
  ['IMG_20260901_101010.jpg', 'nobody', /没有台账上的/, []],
  ['王秀英/IMG_0001.jpg', 'nobody', /没有台账上的/, []],
])('%s is left to the person: %s', (name, kind, reason, candidates) => {
  expect(matchName(name, known)).toMatchObject({ kind, reason: expect.stringMatching(reason) as string, candidates });
});

test('a file name is shown without its full ID number', () => {
  expect(shownName('照片/王秀英371323197412031228.jpg')).toBe('王秀英371323**********28.jpg');
  expect(shownName('37132319800101123x.jpg')).toBe('371323**********3x.jpg');
  expect(shownName('371323740101123.jpg')).not.toContain('740101');
  expect(shownName('３７１３２３１９７４１２０３１２２８.xls')).not.toContain('１９７４１２０３');
  expect(shownName('李伟 13805390003.jpg')).toBe('李伟 13805390003.jpg');
});
