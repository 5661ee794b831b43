// What stands in a cell or a field and says nothing: 无 and a stroke where there is none, what a formula leaves where it fails, what
// programs write for no value, 同上. None of it is ever a value; 0 may be one, where a formula looked up an empty cell.
import { halfWidth, tidyWords } from './text.ts';

export type Nothing =
  /** Somebody says that there is none: the same as an empty cell. */
  | 'none'
  /** A formula or a program failed here: what belongs here isn't known. */
  | 'error'
  /** The same as in the row above. */
  | 'ditto'
  | 'zero';

const none =
  /^(?:[-—–―_/\\|.。,、·…*~×xX?]{1,4}|无|没|没有|空|空白|空缺|无此项|暂无|暂缺|暂未|暂时没有|缺|缺失|待定|待补|待补充|待完善|待核实|待查|待填|未知|不知道|不详|不明|未填|未填写|未提供|未登记|无数据|无(?:固定)?(?:电话|手机|座机|号码|手机号|手机号码|电话号码|联系电话|联系方式)|\((?:无|空|空白|暂无|略)\)|略|n\/?a|tbd)$/i;
const errors =
  /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|EXTERNAL!|PYTHON!|UNKNOWN!|GETTING_DATA|名称\?|数值!|引用!)|#{2,}|Err:\d{3}|\(?null\)?|<null>|nan|nil|none|undefined|\[object Object\]|\\N|=(?:_xlfn\.)?[A-Z][A-Z0-9.]*\(.*\)?)$/i;
const ditto = /^(?:同上|同上行|同上一行|同上格|同前|同上述|〃|″|“|”|"|''|"")$/;

/** What a text that says nothing means; null where it says something. */
export function nothingIn(text: string): Nothing | null {
  // Only a formula is longer.
  if (text.length > 40 && !text.trimStart().startsWith('=')) return null;
  const words = tidyWords(halfWidth(text));
  if (errors.test(words)) return 'error';
  if (ditto.test(words)) return 'ditto';
  if (/^0(?:\.0+)?$/.test(words)) return 'zero';
  return none.test(words) ? 'none' : null;
}
