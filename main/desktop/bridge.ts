// The desktop's side of shared/native.ts. Only the main frame of our own window is heard, and whatever it says is checked as
// if a stranger had said it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import { z } from 'zod';
import { channels, type NativeAnswer } from '../../shared/native.ts';
import { Refusal } from '../../shared/refusal.ts';
import type { Program } from '../compose.ts';
import type { Downloads } from './downloads.ts';
import type { Paper } from './hiddenWindow.ts';
import { openLogFolder } from './menu.ts';
import { isOurs, origin } from './scheme.ts';

/** An address of ours under a folder, which it doesn't leave by `..`, `%2e` or a backslash. */
const under = (folder: string) =>
  z
    .string()
    .max(2000)
    .refine(
      (address) => address.startsWith(folder) && !address.includes('\\') && new URL(origin + address).pathname.startsWith(folder),
    );

const title = z.string().min(1).max(40);
const filePath = z.string().min(1).max(1000);

/** A path on a share would send this computer's name and password hash to whoever is named in it. */
const isLocal = (file: string): boolean => path.isAbsolute(file) && !/^[\\/]{2}/.test(file);

export function answerBridge(window: BrowserWindow, program: Program, downloads: Downloads, paper: Paper): void {
  const answer = <Given>(channel: string, shape: z.ZodType<Given>, act: (given: Given) => unknown): void => {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, given: unknown): Promise<NativeAnswer> => {
      const frame = event.senderFrame;
      if (event.sender !== window.webContents || !frame || frame.parent !== null || !isOurs(frame.url))
        throw new Error('refused');
      const parsed = shape.safeParse(given);
      if (!parsed.success) throw new Error('refused');
      try {
        return { value: await act(parsed.data) };
      } catch (error) {
        if (error instanceof Refusal) return { refusal: error.message };
        program.log.error(channel, error);
        return { refusal: '程序出错，没有完成。详情已记入日志，请重试。' };
      }
    });
  };
  answer(channels.chooseFolder, title, async (asked) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: asked,
      buttonLabel: '选择此文件夹',
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  });
  answer(channels.reveal, filePath, (file) => {
    if ((!isLocal(file) && !downloads.isSaved(file)) || !existsSync(file)) return false;
    shell.showItemInFolder(path.resolve(file));
    return true;
  });
  answer(channels.openLogFolder, z.undefined(), () => openLogFolder(program));
  answer(channels.save, under('/files/'), (address) => downloads.save(window, address));
  answer(channels.print, under('/print/'), (address) => paper.print(address));
}
