// What the person hands over (files, folders, zips, by choosing or dropping) as one list of picture files still to be read.
import { readZip } from './zip.ts';

export type PictureFile = {
  /** With its folders, as it lay. */
  path: string;
  /** Its bytes, cut off just past `limit`. */
  read: (limit: number) => Promise<Blob>;
};

/** What systems leave in folders. */
const leavings = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;
const isZip = (file: File): boolean => /\.zip$/i.test(file.name);

/** A file as it was handed over, with its folders. */
export type Chosen = { file: File; path: string };

/** What a file box gives: of a chosen folder each file says where in it it lies. */
export const chosenFiles = (files: Iterable<File> | null): Chosen[] =>
  [...(files ?? [])].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

const plain = (file: File, path: string): PictureFile => ({ path, read: (limit) => Promise.resolve(file.slice(0, limit + 1)) });

/** Files and folders chosen; zips are opened, and count as the folder they are called after. @throws Error in Chinese for a zip that can't be read. */
export async function picturesOf(chosen: readonly Chosen[]): Promise<PictureFile[]> {
  const found = await Promise.all(
    chosen.map(async ({ file, path }): Promise<PictureFile[]> => {
      if (!isZip(file)) return [plain(file, path)];
      const folder = path.replace(/\.zip$/i, '');
      return (await readZip(file)).map((entry) => ({ ...entry, path: `${folder}/${entry.path}` }));
    }),
  );
  return found.flat().filter(({ path }) => !leavings.test(path));
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

/** A folder's reader gives at most a hundred entries a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the reader gives one portion after the other
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return entries;
    entries.push(...portion);
  }
}

async function filesUnder(entry: FileSystemEntry): Promise<Chosen[]> {
  // The file itself doesn't know its folder when it was dropped.
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), path: entry.fullPath.replace(/^\//, '') }];
  if (!entry.isDirectory) return [];
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(filesUnder))).flat();
}

/** Everything of a drop. Call it at once: the browser forgets the drop when its event is over. */
export function droppedFiles(transfer: DataTransfer): Promise<Chosen[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return Promise.resolve(chosenFiles(transfer.files));
  return Promise.all(entries.map(filesUnder)).then((files) => files.flat());
}
