// The rules no index can state, as triggers. They are dropped and written anew with every migration, because rebuilding a
// table silently loses them; so they stand here as they are today, not in a frozen migration.

/** `message` is an SQL expression: constraints.ts reads the id of the row that stands in the way out of it. */
type Trigger = { name: string; table: string; when: string; message: string };

/** Both periods are inclusive and open where null. */
const overlaps = (a: string, b: string): string =>
  `ifnull(${a}.first_day, '0000-01-01') <= ifnull(${b}.last_day, '9999-12-31') AND ifnull(${b}.first_day, '0000-01-01') <= ifnull(${a}.last_day, '9999-12-31')`;

const overlapping = (table: string, subject: string, extra = ''): string =>
  `(SELECT other.id FROM ${table} AS other WHERE other.id IS NOT NEW.id AND other.${subject} = NEW.${subject} ${extra} AND ${overlaps('other', 'NEW')})`;

const overlapRule = (name: string, table: string, text: string, subject: string, extra = ''): Trigger => ({
  name,
  table,
  when: `EXISTS ${overlapping(table, subject, extra)}`,
  message: `'${text} ' || ${overlapping(table, subject, extra)}`,
});

const rules: Trigger[] = [
  overlapRule('posting_grid_taken', 'posting', 'posting overlaps on grid', 'grid_id', 'AND other.role = NEW.role'),
  overlapRule('posting_worker_taken', 'posting', 'posting overlaps on worker', 'worker_id', 'AND other.role = NEW.role'),
  overlapRule('place_version_overlap', 'place_version', 'place version overlaps', 'place_id'),
  {
    name: 'place_version_level',
    table: 'place_version',
    when: `(SELECT level FROM place WHERE id = NEW.place_id) = 'community' AND NEW.parent_id IS NOT NULL
      OR (SELECT level FROM place WHERE id = NEW.place_id) = 'compound' AND (NEW.branch_id IS NOT NULL OR NEW.code IS NOT NULL OR NEW.parent_id IS NULL
      OR (SELECT level FROM place WHERE id = NEW.parent_id) <> 'community')`,
    message: `'place version does not fit its level'`,
  },
];

export const triggersSql: string = [
  ...rules.flatMap((rule) =>
    (['insert', 'update'] as const).map(
      (act) =>
        `CREATE TRIGGER ${rule.name}_${act} BEFORE ${act.toUpperCase()} ON ${rule.table} WHEN ${rule.when} BEGIN SELECT RAISE(ABORT, ${rule.message}); END;`,
    ),
  ),
  `CREATE TRIGGER photo_immutable BEFORE UPDATE ON photo BEGIN SELECT RAISE(ABORT, 'photo is immutable'); END;`,
  `CREATE TRIGGER audit_line_immutable BEFORE UPDATE ON audit_line BEGIN SELECT RAISE(ABORT, 'audit line is immutable'); END;`,
  `CREATE TRIGGER audit_line_kept BEFORE DELETE ON audit_line BEGIN SELECT RAISE(ABORT, 'audit line is kept'); END;`,
].join('\n');
