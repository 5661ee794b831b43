// What each constraint of the schema means to the person whose act ran into it: SQLite's text becomes the Chinese refusal that
// the table's own room has for it. The schema is the only place where the rules are enforced.
import Database from 'better-sqlite3';
import { Refusal } from '../../../shared/refusal.ts';
import type { Reader, Row, Schema, Table } from './schema.ts';

function checkFailed(table: Table | undefined, message: string): string {
  if (/first_day <= last_day/.test(message)) return '结束日期早于起始日期，请核对日期。';
  const columns = table?.columns ?? {};
  const column = Object.keys(columns).find((name) => new RegExp(`\\b${name}\\b`).test(message));
  return `${column ? columns[column] : '填写的内容'}的格式不对，没有保存，请核对后再试。`;
}

function ruleBroken(schema: Schema, office: Reader, row: Row, message: string): string | null {
  const [, name, obstacle] = /^rule (\w+) (\d*)$/.exec(message) ?? [];
  if (name === undefined) return null;
  const rule = schema.tables.flatMap(({ rules = [] }) => rules).find((each) => each.name === name);
  return rule ? rule.refusal(office, row, obstacle ? Number(obstacle) : null) : null;
}

function repeated(schema: Schema, office: Reader, row: Row, message: string): string {
  const [, table, columns = ''] = /^UNIQUE constraint failed: (\w+)\.(.+)$/.exec(message) ?? [];
  const unique = schema.tables.find(({ name }) => name === table)?.unique;
  return unique?.[columns.replaceAll(`${table}.`, '')]?.(office, row) ?? '已有相同的记录，没有重复保存。';
}

/**
 * @param what the row that was being written, or null at the commit
 * @returns the refusal to throw instead of `error`, or null when the error is no constraint of the schema, nor a full disk
 */
export function explainConstraint(
  schema: Schema,
  office: Reader,
  what: { entity: string; row: Row } | null,
  error: unknown,
): Refusal | null {
  if (error instanceof Database.SqliteError && error.code === 'SQLITE_FULL')
    return new Refusal('磁盘已满，这一步没有保存。请清理磁盘、腾出空间后再做一次。');
  if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) return null;
  const { code, message } = error;
  const row = what?.row ?? {};
  const table = schema.tables.find(({ name }) => name === what?.entity);
  const broken = ruleBroken(schema, office, row, message);
  if (broken !== null) return new Refusal(broken);
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    return new Refusal(
      '别的记录还在用它，或它用到的记录已经不在了，所以没有做。请先处理有关的记录，或先撤销后来的操作，再试一次。',
    );
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return new Refusal(repeated(schema, office, row, message));
  if (code === 'SQLITE_CONSTRAINT_CHECK') return new Refusal(checkFailed(table, message));
  if (code === 'SQLITE_CONSTRAINT_NOTNULL') {
    const column = /\.(\w+)$/.exec(message)?.[1] ?? '';
    return new Refusal(`${table?.columns[column] ?? '必填的内容'}没有填写，请补上后再保存。`);
  }
  return null;
}
