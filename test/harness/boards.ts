// An office whose every board can be printed, and a host that prints them, as the screens would ask it to: for the proofs of the
// PDF and the bench.
import { writeFileSync } from 'node:fs';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AppRouter } from '../../main/app.ts';
import type { Change } from '../../main/ground/office/office.ts';
import { openPosting } from '../../main/rooms/roster/postings.ts';
import { insertWorker, updateWorker } from '../../main/rooms/roster/workers.ts';
import { gridBoards } from '../../main/rooms/signboards/faces.ts';
import { openDemo } from '../../main/rooms/welcome/demoOffice.ts';
import type { BoardFace, PrintRequest } from '../../shared/signboards.ts';
import type { Host } from './host.ts';
import { nobody, openProgram, testDay } from './program.ts';

/** Gives every grid a worker with a mobile and a photo. */
function fillGaps(change: Change): void {
  const boards = gridBoards(change.office, testDay);
  const photo = boards.find(({ face }) => face.worker?.photo)?.face.worker?.photo?.hash ?? '';
  for (const [index, { face }] of boards.entries()) {
    const mobile = `1380539${String(index).padStart(4, '0')}`;
    if (!face.worker) {
      const workerId = insertWorker(change, { name: '补位员', mobile });
      change.update('worker', workerId, { photo_hash: photo });
      openPosting(change, { workerId, gridId: face.gridId, firstDay: testDay, precision: 'day' });
      continue;
    }
    if (!face.worker.mobile) updateWorker(change, face.worker.id, { mobile });
    if (!face.worker.photo) change.update('worker', face.worker.id, { photo_hash: photo });
  }
}

/** Fills a data folder with 162 printable boards; `alter` makes some of them hard. */
export async function prepareBoards(folder: string, alter?: (change: Change) => void): Promise<void> {
  const program = openProgram({ folder });
  try {
    await openDemo(program.desk, nobody);
    program.office().change({ actor: nobody, kind: 'test', summary: '补齐' }, (change) => {
      fillGaps(change);
      alter?.(change);
    });
  } finally {
    program.close();
  }
}

export type BoardsClient = {
  api: ReturnType<typeof createTRPCClient<AppRouter>>;
  origin: string;
  cookie: string;
  faces: (gridIds: number[]) => Promise<BoardFace[]>;
  allGridIds: () => Promise<number[]>;
  photo: (hash: string) => Promise<Buffer>;
  /** Prints and returns the PDF. @throws with the job's own words. */
  print: (request: PrintRequest) => Promise<Buffer>;
};

/** Enters a running host by its token. */
export async function enterHost(host: Pick<Host, 'address'>): Promise<BoardsClient> {
  const { origin } = new URL(host.address);
  const entered = await fetch(host.address, { redirect: 'manual' });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  const api = createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: `${origin}/trpc`, methodOverride: 'POST', headers: { cookie } })],
  });
  const get = async (address: string): Promise<Buffer> => {
    const response = await fetch(origin + address, { headers: { cookie } });
    if (!response.ok) throw new Error(await response.text());
    return Buffer.from(await response.arrayBuffer());
  };
  return {
    api,
    origin,
    cookie,
    async faces(gridIds) {
      return api.signboards.faces.query({ gridIds });
    },
    async allGridIds() {
      const { rows } = await api.signboards.list.query({ size: 'a4', limit: 500 });
      return rows.map(({ id }) => id);
    },
    photo: (hash) => get(`/files/photos/${hash}`),
    async print(request) {
      const { jobId } = await api.signboards.print.mutate(request);
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- a job is polled
        const state = await api.jobs.state.query({ id: jobId });
        if (state.phase === 'done') return get(`/files/jobs/${jobId}`);
        if (state.phase !== 'running') throw new Error(state.error ?? state.phase);
        // oxlint-disable-next-line no-await-in-loop
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
  };
}

/** Writes a file for a command-line tool and names it. */
export function asFile(folder: string, name: string, bytes: Uint8Array): string {
  const file = `${folder}/${name}`;
  writeFileSync(file, bytes);
  return file;
}
