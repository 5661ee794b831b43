// What the worker's form refuses is quoted to the person, and a refusal ends up on a screen: never with a whole ID number.
import { expect, test } from 'vitest';
import { checkedFields } from '../../main/rooms/roster/workerForm.ts';

test.each([
  ['name', '371323197605069180', '姓名“371323**********80”'],
  ['mobile', '371323760506918', '手机号码“371323*******18”'],
  ['landline', '371323 19760506 9180', '固定电话“371323 ******** **80”'],
  ['startedWork', '371323197605069180', '参加工作时间“371323**********80”'],
  ['mobile', '1350506', '手机号码“1350506”'],
])('an ID number typed as %s is masked in the refusal: %s', (field, typed, told) => {
  expect(() => checkedFields({ [field]: typed }, '2026-09-28', null)).toThrow(told);
});
