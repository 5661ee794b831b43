// One character, several codes: each is made the common one, and nothing that is a character of its own is lost.
import { describe, expect, test } from 'vitest';
import { commonForms, hasPrivateUse, withoutPrivateUse } from '../../shared/rules/hanForms.ts';
import { hasDamage, searchable, typedText, withoutBlanks } from '../../shared/rules/text.ts';

describe('common forms', () => {
  test.each([
    ['⽅芳', '方芳'],
    ['⻢东', '马东'],
    ['⻩⻓⻰', '黄长龙'],
    ['⼀⼆', '一二'],
    ['㇐', '一'],
    // Compatibility ideographs, of both planes.
    ['\uf9e7\ufa0c', '裏兀'],
    ['\u{2f804}', '你'],
    // Characters of their own, in names too.
    ['王﨑', '王﨑'],
    ['𠮷㐂䶮〇', '𠮷㐂䶮〇'],
    // NFKC would change these.
    ['①½Ａ１（）ﷺ㈱', '①½Ａ１（）ﷺ㈱'],
    ['\ue863', '\ue863'],
  ])('%s is %s', (text, common) => expect(commonForms(text)).toBe(common));

  test('every Kangxi radical is the character that Unicode says', () => {
    for (let code = 0x2f00; code <= 0x2fd5; code++) {
      const radical = String.fromCodePoint(code);
      expect(commonForms(radical)).toBe(radical.normalize('NFKC'));
      expect(commonForms(radical)).toMatch(/^[\u4e00-\u9fff]$/);
    }
  });

  test('of the other radicals each is a character that can be typed, or stays', () => {
    for (let code = 0x2e80; code <= 0x2ef3; code++) {
      const radical = String.fromCodePoint(code);
      expect(commonForms(radical)).toMatch(/^[\u3400-\u9fff⺀-⻳]$/u);
    }
    expect(commonForms('⺀⻯⻲⻳')).toBe('⺀竜亀龟');
  });
});

describe('private use', () => {
  test.each([
    ['李\ue863', '李䶮'],
    ['\ue815\ue816\ue818\ue831\ue83b\ue855', '厂𠂇𠃌𡗗𢦏𤇾'],
    ['\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864', '龴龵龶龷龸龹龺龻'],
    ['\ue000\ue814\ue865\uf8ff', '\ue000\ue814\ue865\uf8ff'],
    ['王明', '王明'],
  ])('%j is likely %s', (text, likely) => expect(withoutPrivateUse(text)).toBe(likely));

  test('the table is GB 18030, as this program’s own decoder has it', () => {
    const gb18030 = new TextDecoder('gb18030');
    const trails = Array.from({ length: 0x51 }, (_, index) => 0x50 + index).filter((trail) => trail !== 0x7f);
    for (const [index, trail] of trails.entries()) {
      const decoded = gb18030.decode(new Uint8Array([0xfe, trail]));
      // Six of them older decoders leave in private use.
      if (hasPrivateUse(decoded)) continue;
      expect(withoutPrivateUse(String.fromCodePoint(0xe815 + index))).toBe(commonForms(decoded));
    }
  });
});

describe('what is typed', () => {
  test.each([
    ['王\u200b明', '王明'],
    ['\ufeff王明', '王明'],
    ['王\u00ad明', '王明'],
    ['\u202a王明\u202c', '王明'],
    ['葛\u{e0100}明', '葛明'],
    ['⽅\ufe0f', '方'],
    ['王\u00a0明', '王 明'],
    ['甲\u2003乙', '甲 乙'],
    // What can be seen stays as it is typed.
    ['甲　乙\n丙\t丁', '甲　乙\n丙\t丁'],
    ['1\u0000\u0007号', '1号'],
  ])('%j is kept as %j', (typed, kept) => expect(typedText(typed)).toBe(kept));

  test('a number loses every mark that nobody sees', () => {
    expect(withoutBlanks('\u202a371323\u00ad1963\u2066 0906\ufe0f9659\u202c')).toBe('371323196309069659');
  });

  test.each([
    ['王\ufffd明', true],
    ['王\ud842', true],
    ['\ufffc', true],
    ['𠮷㐂', false],
  ])('%j is damaged: %s', (text, damaged) => expect(hasDamage(text)).toBe(damaged));

  test.each([
    ['⽅芳', '方芳'],
    ['李\ue863', '李䶮'],
    ['７期Ａ', '7期a'],
    ['王\u200b明', '王明'],
  ])('%j is searched as %s', (text, searched) => expect(searchable(text)).toBe(searched));
});
