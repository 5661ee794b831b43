// What `npm run hostile` found: each try is a line only where it failed, with what repeats it; the count is of all.
export class Verdicts {
  #passed = 0;
  readonly #failed: string[] = [];

  /** @param faults what is wrong with it, in words; none: it passed */
  note(what: string, faults: readonly string[]): void {
    if (faults.length === 0) {
      this.#passed++;
      return;
    }
    const line = `${what}: ${faults.join('; ')}`;
    this.#failed.push(line);
    process.stdout.write(`FAILED  ${line}\n`);
  }

  get passed(): number {
    return this.#passed;
  }

  get failed(): number {
    return this.#failed.length;
  }
}

const chinese = /\p{Script=Han}/u;
/** What stands in our own words beside Chinese. */
const known =
  /Excel|WPS|CSV|GBK|JPE?G|PNG|GIF|BMP|PDF|RAR|HEIC|Photoshop|7z|MB|GB|HTML|xlsx?|csv|ods|html|jpg|\.[a-z]+|[A-Z]{1,3}\d*/g;

/** What is wrong with what a person is told. @param names what of it comes from the file, such as its name */
export function wordFaults(told: string | null | undefined, names: readonly string[] = []): string[] {
  if (!told) return ['nothing was said'];
  if (!chinese.test(told)) return [`not Chinese: ${told.slice(0, 200)}`];
  if (told.includes('程序出错') || told.includes('意外停止')) return [`unforeseen: ${told.slice(0, 200)}`];
  // What is quoted is the file's own.
  const own = names.reduce((text, name) => text.replaceAll(name, ''), told).replaceAll(/[“（(][^”）)]*[”）)]/g, '');
  const foreign = /[A-Za-z_]{4,}/.exec(own.replaceAll(known, ''));
  return foreign ? [`a word that isn’t ours, “${foreign[0]}”: ${told.slice(0, 200)}`] : [];
}
