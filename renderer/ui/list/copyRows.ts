// Rows as a spreadsheet takes them: tab-separated text for everything, and beside it a small table marked as text, so that
// Excel and WPS keep long numbers whole.

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A cell for the tab-separated form: one line, no tabs. A quote or break inside would split the cell. */
const plain = (text: string): string => text.replaceAll(/[\t\r\n]+/g, ' ');

export const tabSeparated = (table: readonly (readonly string[])[]): string =>
  table.map((row) => row.map(plain).join('\t')).join('\r\n');

export const textTable = (table: readonly (readonly string[])[]): string =>
  `<table>${table
    .map((row) => `<tr>${row.map((cell) => `<td style="mso-number-format:'\\@'">${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('')}</table>`;

/**
 * Puts the table on the clipboard. Goes through a copy event, which needs no permission from the window's host.
 * @returns false when the window refuses, which it does when the key was pressed too long ago
 */
export function copyTable(table: readonly (readonly string[])[]): boolean {
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', tabSeparated(table));
    event.clipboardData?.setData('text/html', textTable(table));
  };
  const selection = window.getSelection();
  const something = document.createElement('span');
  something.textContent = ' ';
  document.body.append(something);
  document.addEventListener('copy', fill, { once: true, capture: true });
  try {
    selection?.selectAllChildren(something);
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
    selection?.removeAllRanges();
    something.remove();
  }
}
