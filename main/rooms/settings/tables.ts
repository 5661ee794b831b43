// The office's settings, one row each.
import type { Table } from '../../ground/office/schema.ts';

/** Whose office a file is. */
export const officeUnit = `SELECT json_extract(value, '$.unit') FROM setting WHERE name = 'office'`;

export const settingTables: readonly Table[] = [
  {
    name: 'setting',
    word: '设置',
    columns: { name: '名称', value: '内容' },
    unique: { name: () => '同名的设置已经有了，没有重复保存。请刷新后再试。' },
  },
];
