// One character, several codes: PDFs write 方 as a radical (⽅), older systems as a compatibility form, and programs of the nineties kept
// what GBK had before Unicode in private use, where every PC shows something else. Here is which common character each of them is.
// Only what Unicode or GB 18030 calls the same character is made one; 﨑 and 崎, which both stand in people's names, stay two.

/** U+2E80–2EF3, by Unicode's EquivalentUnifiedIdeograph; `-` where it names none, or none that an office could type. */
const radicals = Array.from(
  '-厂乛乚乙亻冂-刀刂卜㔾小小兀尣尢-巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛犭王-目示礻-糹纟罓罒㓁冗-羊--耂肀聿肉-艹艹艹虎衤覀西见角-讠贝-车辶辶辶邑钅長镸长门-阝雨青韦页风飞食-飠饣-马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
);

/** U+31D0–31E0: single strokes, by the same. */
const strokes = Array.from('一丨丿丿丶-乛---亅--乀-乚乙');

/** U+E815–E864: what GB 18030-2005 has at GBK's FE50–FEA0. */
const privateUse = Array.from(
  '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
);

/** Kangxi radicals, radicals, strokes, compatibility ideographs; those of these blocks that are characters of their own stay. */
const otherForms = /[\u2e80-\u2ef3\u2f00-\u2fd5\u31d0-\u31e0\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
const anyPrivateUse = /\p{Co}/u;

const listed = (table: readonly string[], first: number, mark: string): string | undefined => {
  const found = table[(mark.codePointAt(0) ?? 0) - first];
  return found === '-' ? undefined : found;
};

/** Each character in its common form. Nothing else changes: ①, ½ and full-width letters stay, which NFKC would change. */
export const commonForms = (text: string): string =>
  text.replaceAll(
    otherForms,
    (mark) => listed(radicals, 0x2e80, mark) ?? listed(strokes, 0x31d0, mark) ?? mark.normalize('NFKC'),
  );

/** Some character in it is for private use: on another PC it is another one, or nothing. */
export const hasPrivateUse = (text: string): boolean => anyPrivateUse.test(text);

/** The text with each private character as what GB 18030 made of it; those that nobody knows stay. */
export const withoutPrivateUse = (text: string): string =>
  anyPrivateUse.test(text) ? text.replaceAll(/\p{Co}/gu, (mark) => commonForms(listed(privateUse, 0xe815, mark) ?? mark)) : text;
