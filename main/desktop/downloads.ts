// Files on their way out of a window: each is put where the person says in a Save dialog, which opens on the folder used
// last. A screen that asked through the bridge learns where the file went.
import path from 'node:path';
import { app, dialog, type DownloadItem, type Session, type WebContents } from 'electron';
import type { Program } from '../compose.ts';
import { recall, remember } from './memory.ts';
import { origin } from './scheme.ts';

const preference = 'desktop.saveFolder';

const kinds: Readonly<Record<string, string>> = {
  '.xlsx': 'Excel 工作簿',
  '.csv': 'CSV 文件',
  '.pdf': 'PDF 文件',
  '.zip': '压缩文件',
  '.gridledger': '网格台账数据文件',
};

export type Downloads = {
  /** Downloads a /files/… address of ours; the path it was saved to, or null. */
  save(contents: WebContents, address: string): Promise<string | null>;
  /** True for a file that was saved in this run. */
  isSaved(file: string): boolean;
};

export function takeDownloads(session: Session, program: Program): Downloads {
  const saved = new Set<string>();
  const awaited = new Map<string, (file: string | null) => void>();

  const folder = (): string => {
    const last = recall(program, preference);
    return typeof last === 'string' ? last : app.getPath('documents');
  };
  const finish = (item: DownloadItem, state: string): string | null => {
    const file = item.getSavePath();
    if (state === 'completed') {
      saved.add(file);
      remember(program, preference, path.dirname(file));
      return file;
    }
    if (state === 'interrupted')
      dialog.showErrorBox(
        '文件没有保存',
        `${file || item.getFilename()}\n可能正被 Excel 或 WPS 打开，或磁盘已满、没有权限。请关闭该文件，或换一个位置再保存。`,
      );
    return null;
  };

  session.on('will-download', (_event, item) => {
    const name = item.getFilename();
    const extension = path.extname(name).toLowerCase();
    const kind = kinds[extension];
    item.setSaveDialogOptions({
      title: '保存文件',
      defaultPath: path.join(folder(), name),
      ...(kind ? { filters: [{ name: kind, extensions: [extension.slice(1)] }] } : {}),
    });
    const answer = awaited.get(item.getURL());
    awaited.delete(item.getURL());
    item.once('done', (_done, state) => {
      const file = finish(item, state);
      answer?.(file);
    });
  });

  return {
    save(contents, address) {
      const url = origin + address;
      awaited.get(url)?.(null);
      return new Promise((resolve) => {
        awaited.set(url, resolve);
        contents.downloadURL(url);
      });
    },
    isSaved: (file) => saved.has(file),
  };
}
