// Files between the person and the program: bytes go up once and are then named by id; a finished job's file comes down by a
// link, which each host turns into its own way of saving.
import { save } from './native.ts';
import { askProgram } from './shown.ts';

/** Uploads a file; resolves to the id that later calls name. Rejects with the program's Chinese reason. */
export async function upload(file: File): Promise<string> {
  const response = await askProgram(`/files/uploads?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
  const answer = (await response.json()) as { id?: string; message?: string };
  if (!response.ok || !answer.id) throw new Error(answer.message ?? `“${file.name}”没有读入，请重试。`);
  return answer.id;
}

/** The address of the file that a finished job produced; `inline` shows it in a frame instead of saving it. */
export const jobFileAddress = (jobId: string, inline = false): string => `/files/jobs/${jobId}${inline ? '?inline' : ''}`;

/** Saves a finished job's file. */
export const saveJobFile = (jobId: string): void => void save(jobFileAddress(jobId));
