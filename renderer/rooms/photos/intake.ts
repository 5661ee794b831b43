// Sending a batch of pictures (which of what was chosen: sources.ts), two at a time, so that the window stays alive and the program holds few originals at once. It
// goes on when the person leaves the screen, and keeps the files at hand for cropping one anew.
import { useSyncExternalStore } from 'react';
import type { JobState } from '../../../shared/jobs.ts';
import { photoLimits } from '../../../shared/photos.ts';
import { api, queryClient } from '../../api.ts';
import { askProgram } from '../../shown.ts';
import type { Cut } from './CropBox.tsx';
import { readable } from './picture.ts';
import { type Chosen, type PictureFile, picturesOf } from './sources.ts';

const countLimit = 3000;
const atOnce = 2;
const refreshEvery = 700;

let state: JobState | null = null;
let running = new AbortController();
const listeners = new Set<() => void>();
const files = new Map<number, PictureFile>();

function tell(next: Partial<JobState>): void {
  if (!state) return;
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}

const refresh = (): Promise<void> => queryClient.invalidateQueries(api.photos.batch.queryFilter());

async function send(file: PictureFile, bytes: Blob, more = ''): Promise<number> {
  const response = await askProgram(`/files/photos/batch?name=${encodeURIComponent(file.path)}${more}`, {
    method: 'POST',
    body: await readable(bytes),
  });
  const answer = (await response.json()) as { id?: number; message?: string };
  if (!response.ok || answer.id === undefined) throw new Error(answer.message ?? '照片没有读入，请重试。');
  return answer.id;
}

async function sendAll(pictures: readonly PictureFile[], { signal }: AbortController): Promise<void> {
  const waiting = [...pictures];
  let done = 0;
  let refreshed = Date.now();
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file && !signal.aborted; file = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      files.set(await send(file, await file.read(photoLimits.bytes)), file);
      tell({ done: ++done });
      if (Date.now() - refreshed > refreshEvery) {
        refreshed = Date.now();
        void refresh();
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** Takes files in; resolves when all are through or the person cancelled. Rejects in Chinese; what came before stays. */
export async function takeIn(chosen: readonly Chosen[]): Promise<void> {
  if (state?.phase === 'running' || chosen.length === 0) return;
  running = new AbortController();
  state = {
    id: '',
    title: '读取照片',
    phase: 'running',
    done: 0,
    total: 0,
    text: '正在读取',
    startedAt: Date.now(),
    error: null,
    file: null,
    instead: null,
  };
  tell({});
  try {
    const pictures = await picturesOf(chosen);
    if (pictures.length === 0) throw new Error('没有找到照片。请选择放照片的文件夹、照片文件或压缩包。');
    if (pictures.length > countLimit)
      throw new Error(`一次最多处理 ${countLimit} 张照片，这里有 ${pictures.length} 个文件，请分批选择。`);
    tell({ total: pictures.length, startedAt: Date.now() });
    await sendAll(pictures, running);
  } finally {
    running.abort();
    tell({ phase: 'done' });
    await refresh();
  }
}

export function cancelIntake(): void {
  running.abort();
}

/** How far the intake is, or null when none runs. */
export const useIntake = (): JobState | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (state?.phase === 'running' ? state : null),
  );

/** The original of a waiting item, while this window still has it. */
export async function originalOf(itemId: number): Promise<File | null> {
  const file = files.get(itemId);
  return file ? new File([await file.read(photoLimits.bytes)], file.path.split(/[\\/]/).at(-1) ?? '') : null;
}

/** Why an item can't be cropped anew, and how it can; null where its original is at hand. */
export const withoutOriginal = (itemId: number): string | null =>
  files.has(itemId) ? null : '原照片已不在窗口里，要重新裁剪请再选择一次这个文件（或它的文件夹）。';

/** Sends an item's original again with a crop by hand. */
export async function cropAnew(itemId: number, { crop, turn }: Cut): Promise<void> {
  const file = files.get(itemId);
  if (!file) throw new Error(withoutOriginal(itemId) ?? '');
  const part = [crop.left, crop.top, crop.width, crop.height].map(Math.round).join(',');
  await send(file, await file.read(photoLimits.bytes), `&replaces=${itemId}&turn=${turn}&crop=${part}`);
  await refresh();
}
