// Files on their way out of a window: each is put where the person says in a Save dialog, which opens on the folder used
// last. What a screen asks for through the bridge is taken from the handler here, because Chromium's own downloads from a
// custom scheme have failed in more than one Electron; a link that makes one all the same gets the same dialog.
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { app, type BrowserWindow, dialog, type SaveDialogOptions, type Session } from 'electron';
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
  /** Saves what a /files/… address of ours gives; the path, or null when the person changed their mind or was told why not. */
  save(window: BrowserWindow, address: string): Promise<string | null>;
  /** True for a file that was saved in this run. */
  isSaved(file: string): boolean;
};

/** The Chinese name of a Content-Disposition. */
const nameIn = (disposition: string | null): string => {
  const encoded = /filename\*=UTF-8''([^;\s]+)/.exec(disposition ?? '')?.[1];
  return encoded ? path.basename(decodeURIComponent(encoded)) : '文件';
};

const tellNotSaved = (file: string, reason: string): void => dialog.showErrorBox('文件没有保存', `${file}\n${reason}`);
const cannotWrite = '可能正被 Excel 或 WPS 打开，或磁盘已满、没有权限。请关闭该文件，或换一个位置再保存。';

/** A file is there whole or not at all: an older one of its name stays until the new one is complete. */
async function write(file: string, body: Response['body']): Promise<void> {
  const partial = `${file}.part`;
  try {
    await pipeline(body ? Readable.fromWeb(body) : Readable.from([]), createWriteStream(partial));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

export function takeDownloads(session: Session, program: Program): Downloads {
  const saved = new Set<string>();
  const note = (file: string): void => {
    saved.add(file);
    remember(program, preference, path.dirname(file));
  };
  const optionsFor = (name: string): SaveDialogOptions => {
    const last = recall(program, preference);
    const extension = path.extname(name).toLowerCase();
    const kind = kinds[extension];
    return {
      title: '保存文件',
      defaultPath: path.join(typeof last === 'string' ? last : app.getPath('documents'), name),
      ...(kind ? { filters: [{ name: kind, extensions: [extension.slice(1)] }] } : {}),
    };
  };

  session.on('will-download', (_event, item) => {
    item.setSaveDialogOptions(optionsFor(item.getFilename()));
    item.once('done', (_done, state) => {
      if (state === 'completed') note(item.getSavePath());
      if (state === 'interrupted') tellNotSaved(item.getSavePath() || item.getFilename(), cannotWrite);
    });
  });

  return {
    async save(window, address) {
      const response = await program.app(new Request(origin + address), { login: program.login });
      const name = nameIn(response.headers.get('content-disposition'));
      if (!response.ok) {
        tellNotSaved(name, ((await response.json()) as { message: string }).message);
        return null;
      }
      const { canceled, filePath } = await dialog.showSaveDialog(window, optionsFor(name));
      if (canceled || !filePath) {
        await response.body?.cancel();
        return null;
      }
      try {
        await write(filePath, response.body);
      } catch (error) {
        program.log.error('save', error);
        tellNotSaved(filePath, cannotWrite);
        return null;
      }
      note(filePath);
      return filePath;
    },
    isSaved: (file) => saved.has(file),
  };
}
