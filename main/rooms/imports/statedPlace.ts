// The community that a sheet of one community says only in its title or its name: 东风社区专职网格员花名册. Proposed, never decided.
import { halfWidth, withoutBlanks } from '../../../shared/rules/text.ts';

const tail = '(?:社区居委会|社区居民委员会|居民委员会|村民委员会|居委会|村委会|社区|村)';
const named = new RegExp(`^([\\p{Script=Han}\\d]{1,10}?${tail})(?![（(]村居|工作者|总支)`, 'u');
/** Two of them are none: whose the table is nobody can tell. */
const several = /^(?:[、,，和及与]|以及)/;
const noName = new RegExp(`^(?:各|全|某|本|所属?|每|村|社区|农|乡|城市|农村|一|该)+${tail}?$`, 'u');

/** The place that a title begins with, once the street's name and the date are off; null where it names none. */
export function placeInTitle(title: string): string | null {
  const text = withoutBlanks(halfWidth(title))
    .replaceAll(/\d{4}年(度)?|\d{1,2}月(份)?|\d{1,2}日|第?[一二三四]季度/g, '')
    .replace(/^[^社村]*?(?:街道办事处|街道|镇|乡)(?=.)/, '')
    .replace(/^\p{P}+|^附件\d*[:：]?/u, '');
  const place = named.exec(text)?.[1];
  return place === undefined || noName.test(place) || several.test(text.slice(place.length)) ? null : place;
}

/**
 * @param titles the lines above the table, the nearest last
 * @param isFamily several sheets of the same columns: then a sheet's name is its place, whatever it ends with
 */
export function proposedPlace(titles: readonly string[], sheetName: string, isFamily: boolean): string | null {
  const said = titles.toReversed().flatMap((title) => placeInTitle(title) ?? [])[0] ?? placeInTitle(sheetName);
  if (said !== undefined && said !== null) return said;
  const name = withoutBlanks(sheetName).replace(/^\d+[.、\-_]?/, '');
  return isFamily && /^[\p{Script=Han}\d]{2,12}$/u.test(name) && !/花名册|汇总|名单|台账|统计|说明/.test(name) ? name : null;
}
