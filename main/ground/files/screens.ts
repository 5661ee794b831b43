// Serves the built screens from their folder: any path without an extension is a screen, so a window can be reloaded on it. The
// page of a screen brings along what the screen asks first; no copy of it is kept anywhere.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context } from 'hono';
import { type FirstAnswers, firstAnswersId } from '../../../shared/firstAnswers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.otf': 'font/otf',
  '.json': 'application/json',
};

/** What the file system says of a name that is no file: also one too long, or below a file. */
const absent = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG']);

/** The file a request path names under `root`, or null when it leads outside or is malformed. */
function resolveUnder(root: string, requestPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    // Malformed percent-encoding names no file.
    return null;
  }
  if (decoded.includes('\\') || decoded.includes('\0')) return null;
  const file = path.resolve(root, `.${path.posix.normalize(`/${decoded}`)}`);
  const relative = path.relative(root, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? null : file;
}

/** Data in an element that nothing runs; `<` is written so that no text of the office can end it. */
function withAnswers(page: string, answers: FirstAnswers): string {
  const end = page.lastIndexOf('</body>');
  const json = JSON.stringify(answers).replaceAll('<', '\\u003c');
  return `${page.slice(0, end)}<script type="application/json" id="${firstAnswersId}">${json}</script>${page.slice(end)}`;
}

export function screens<Env extends object>(
  folder: string,
  answerFirst: (c: Context<{ Bindings: Env }>) => Promise<FirstAnswers>,
) {
  const root = path.resolve(folder);
  return async (c: Context<{ Bindings: Env }>): Promise<Response> => {
    const named = resolveUnder(root, new URL(c.req.url).pathname);
    if (!named) return c.json({ message: '没有这个地址。' }, 404);
    try {
      if (!path.extname(named)) {
        const page = await readFile(path.join(root, 'index.html'), 'utf8');
        return c.html(withAnswers(page, await answerFirst(c)), 200, { 'Cache-Control': 'no-store' });
      }
      const body = await readFile(named);
      return c.body(new Uint8Array(body), 200, {
        'Content-Type': types[path.extname(named)] ?? 'application/octet-stream',
        'Cache-Control': named.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      });
    } catch (error) {
      if (error instanceof Error && 'code' in error && absent.has(String(error.code)))
        return c.json({ message: '没有这个地址。' }, 404);
      throw error;
    }
  };
}
