// The preload of every window: offers the bridge of shared/native.ts and nothing else. It is sandboxed, so it may only
// pass calls on; every check is made in bridge.ts.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { bridgeName, channels, type Native, type NativeAnswer } from '../../shared/native.ts';

async function ask<Result>(channel: string, given?: string): Promise<Result> {
  const answer = (await ipcRenderer.invoke(channel, given)) as NativeAnswer;
  if ('refusal' in answer) throw new Error(answer.refusal);
  return answer.value as Result;
}

const native: Native = {
  chooseFolder: (title) => ask(channels.chooseFolder, title),
  reveal: (file) => ask(channels.reveal, file),
  openLogFolder: () => ask(channels.openLogFolder),
  save: (address) => ask(channels.save, address),
  print: (address) => ask(channels.print, address),
  onOpenScreen(listener) {
    const heard = (_event: IpcRendererEvent, address: string): void => listener(address);
    ipcRenderer.on(channels.openScreen, heard);
    return () => ipcRenderer.removeListener(channels.openScreen, heard);
  },
};

contextBridge.exposeInMainWorld(bridgeName, native);
