// The menu bar, in Chinese. Shortcuts that a screen answers itself are shown here but not taken from it.
import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { channels } from '../../shared/native.ts';
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
  const screen = (label: string, address: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => window.webContents.send(channels.openScreen, address),
    ...(accelerator ? { accelerator } : {}),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: '文件',
      submenu: [
        screen('导入花名册', '/imports', 'CmdOrCtrl+I'),
        screen('导入照片', '/photos'),
        screen('导出报表', '/reports', 'CmdOrCtrl+E'),
        { ...screen('打印指示牌', '/signboards', 'CmdOrCtrl+P'), registerAccelerator: false },
        { type: 'separator' },
        screen('备份与恢复', '/settings'),
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
        screen('今日', '/', 'CmdOrCtrl+1'),
        screen('网格员', '/workers', 'CmdOrCtrl+2'),
        screen('社区与小区', '/places', 'CmdOrCtrl+3'),
        screen('网格', '/grids', 'CmdOrCtrl+4'),
        screen('指示牌', '/signboards', 'CmdOrCtrl+5'),
        screen('报表', '/reports', 'CmdOrCtrl+6'),
        screen('设置', '/settings', 'CmdOrCtrl+7'),
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
