// The preload of every window: offers the bridge of shared/native.ts and nothing else. It is sandboxed, so it may only
// pass calls on; every check is made in bridge.ts.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { bridgeName, channels, type Native } from '../../shared/native.ts';

const native: Native = {
  chooseFolder: (title) => ipcRenderer.invoke(channels.chooseFolder, title),
  reveal: (file) => ipcRenderer.invoke(channels.reveal, file),
  openLogFolder: () => ipcRenderer.invoke(channels.openLogFolder),
  save: (address) => ipcRenderer.invoke(channels.save, address),
  print: (address) => ipcRenderer.invoke(channels.print, address),
  onOpenScreen(listener) {
    const heard = (_event: IpcRendererEvent, address: string): void => listener(address);
    ipcRenderer.on(channels.openScreen, heard);
    return () => ipcRenderer.removeListener(channels.openScreen, heard);
  },
};

contextBridge.exposeInMainWorld(bridgeName, native);
