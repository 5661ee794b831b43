// What a list puts on the clipboard: tab-separated lines, and a table whose long numbers stay text.
import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { tabSeparated, textTable } from '../../renderer/ui/list/copyRows.ts';

test('a row is a line and a cell is between tabs, whatever a cell holds', () => {
  const table = array(array(string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  assert(
    property(table, (rows) => {
      const lines = tabSeparated(rows).split('\r\n');
      expect(lines.map((line) => line.split('\t').length)).toEqual(rows.map((row) => row.length));
    }),
  );
});

test('long numbers are marked as text, and markup in a cell stays a cell', () => {
  const html = textTable([['371323001001001', '<b>&"']]);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">371323001001001</td>`);
  expect(html).toContain('&lt;b&gt;&amp;&quot;');
});
