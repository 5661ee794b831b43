// The menu bar, in Chinese; which screens stand in 文件 and 视图 is said in shared/screens.ts. Shortcuts that a screen answers itself
// are shown here but not taken from it.
import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { channels } from '../../shared/native.ts';
import { addressOf, menuBlocks, screens, waysInto } from '../../shared/screens.ts';
import type { Program } from '../compose.ts';
import { version } from '../version.ts';

async function openFolder(folder: string): Promise<void> {
  const failure = await shell.openPath(folder);
  if (failure) dialog.showErrorBox('文件夹没有打开', `${folder}\n请在资源管理器里打开它。`);
}

export const openLogFolder = (program: Program): Promise<void> => openFolder(program.log.folder);

function about(window: BrowserWindow, program: Program): void {
  void dialog.showMessageBox(window, {
    type: 'info',
    title: '关于网格台账',
    message: `网格台账 ${version}`,
    detail: `数据文件：${program.desk.file}\n本程序不连接互联网，数据只在这台电脑上。`,
    buttons: ['关闭'],
  });
}

export function setMenu(window: BrowserWindow, program: Program): void {
  const opening = (
    label: string,
    address: string,
    { accelerator, answered }: { accelerator?: string | undefined; answered?: true | undefined },
  ): MenuItemConstructorOptions => ({
    label,
    click: () => window.webContents.send(channels.openScreen, address),
    ...(accelerator ? { accelerator } : {}),
    ...(answered ? { registerAccelerator: false } : {}),
  });
  /** What 文件 offers of the screens. */
  const files = screens.flatMap((screen) => [
    ...(screen.file ? [opening(screen.file.label ?? screen.title, addressOf(screen), screen.file)] : []),
    ...waysInto(screen).flatMap((way) => (way.file ? [opening(way.title, addressOf(screen, way), way.file)] : [])),
  ]);
  const template: MenuItemConstructorOptions[] = [
    {
      label: '文件',
      submenu: [
        ...files,
        { type: 'separator' },
        { label: '打开数据文件夹', click: () => void openFolder(program.desk.folder) },
        { type: 'separator' },
        { label: '退出', accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
      ],
    },
    {
      label: '编辑',
      submenu: [
        { label: '撤销输入', role: 'undo', registerAccelerator: false },
        { label: '重做输入', role: 'redo', registerAccelerator: false },
        { type: 'separator' },
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ],
    },
    {
      label: '视图',
      submenu: [
        ...menuBlocks.flat().map((screen) => opening(screen.title, addressOf(screen), screen)),
        { type: 'separator' },
        { label: '放大', role: 'zoomIn' },
        { label: '缩小', role: 'zoomOut' },
        { label: '实际大小', role: 'resetZoom' },
        { label: '全屏', role: 'togglefullscreen' },
        { label: '重新载入', role: 'reload', accelerator: 'F5' },
      ],
    },
    {
      label: '帮助',
      submenu: [
        { label: '打开日志文件夹', click: () => void openLogFolder(program) },
        { label: '关于网格台账', click: () => about(window, program) },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
