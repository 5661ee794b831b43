// What a zip of a workbook holds, by names as Excel takes them: part names know neither case nor which slash parts them, nor
// one at the start, and the workbook's own part may be called anything that the package's relationships name.
import path from 'node:path';
import { CFB } from 'xlsx';
import { Refusal } from '../../../shared/refusal.ts';
import { attributeOf, walkTags } from './xmlTags.ts';

/** The container of the workbook library; its names begin with `Root Entry/`. */
export type ZipContainer = { FullPaths: string[]; FileIndex: { content?: Uint8Array | number[] }[] };

const root = 'Root Entry/';

/** A part's name as it is compared: `XL\WorkBook.xml` and `/xl/workbook.xml` are one. */
const normal = (name: string): string =>
  name
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .toLowerCase();

const otherDocuments: [name: string, part: RegExp][] = [
  ['Word 文档', /^word\/document\d*\.xml$/],
  ['演示文稿', /^ppt\/presentation\d*\.xml$/],
];

/**
 * @param fileName for the words of a refusal
 * @param names of the zip's entries as written
 * @throws Refusal when no program would take the zip for a workbook
 */
export function requireWorkbook(fileName: string, names: readonly string[]): void {
  const parts = names.map(normal);
  const other = otherDocuments.find(([, pattern]) => parts.some((part) => pattern.test(part)));
  if (other)
    throw new Refusal(
      `“${fileName}”其实是 ${other[0]}，不是表格。请把里面的表格复制到 Excel 或 WPS 表格中，另存为 .xlsx 再选择。`,
    );
  if (!parts.some((part) => /^xl\/|^workbook\d*\.(xml|bin)$|^content\.xml$/.test(part)))
    throw new Refusal(`“${fileName}”不是表格文件。请选择 .xlsx、.xls 或 .csv 文件。`);
}

/** Unpacks a zip that the guard has let pass. @throws whatever the library throws at a broken one */
export function unzipParts(bytes: Uint8Array): ZipContainer {
  const zip = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' }) as ZipContainer;
  zip.FullPaths = zip.FullPaths.map((full) => {
    const name = full.startsWith(root) ? full.slice(root.length) : full;
    return name === '' ? full : root + name.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
  });
  nameWorkbook(zip);
  return zip;
}

const places = new WeakMap<readonly string[], Map<string, number>>();

/** Where each part stands, by its name as it is compared; of two of one name the first. */
function placesOf({ FullPaths }: ZipContainer): Map<string, number> {
  const known = places.get(FullPaths);
  if (known) return known;
  const found = new Map<string, number>();
  for (const [index, full] of FullPaths.entries()) {
    const name = full.startsWith(root) ? normal(full.slice(root.length)) : '';
    if (name !== '' && !found.has(name)) found.set(name, index);
  }
  places.set(FullPaths, found);
  return found;
}

/** The bytes of a part as the zip holds them, not to be changed, or null. @param name with `/`, in any case */
export function partOf(zip: ZipContainer, name: string): Buffer | null {
  const index = placesOf(zip).get(normal(name));
  const content = index === undefined ? null : zip.FileIndex[index]?.content;
  if (!content) return null;
  return content instanceof Uint8Array
    ? Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    : Buffer.from(content);
}

/** A part of XML in which only what is ASCII matters. */
export const asciiPart = (zip: ZipContainer, name: string): string | null => partOf(zip, name)?.toString('latin1') ?? null;

export type Relationship = { id: string; type: string; part: string };

/** What a part refers to inside the package, by the relationships beside it. @param owner '' for the package itself */
export function relationshipsOf(zip: ZipContainer, owner: string): Relationship[] {
  const slash = owner.lastIndexOf('/') + 1;
  const folder = owner.slice(0, slash);
  const text = partOf(zip, `${folder}_rels/${owner.slice(slash)}.rels`)?.toString('utf8') ?? '';
  const found: Relationship[] = [];
  walkTags(text, (name, kind, from, to) => {
    if (name !== 'Relationship' || kind === 'close') return;
    const tag = text.slice(from, to);
    if (attributeOf(tag, 'TargetMode') === 'External') return;
    const target = (attributeOf(tag, 'Target') ?? '').replaceAll('\\', '/');
    found.push({
      id: attributeOf(tag, 'Id') ?? '',
      type: (attributeOf(tag, 'Type') ?? '').split('/').at(-1) ?? '',
      part: target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target),
    });
  });
  return found;
}

/** The library looks for `xl/workbook.xml` where the content types name no workbook: the package's own relationship does. */
function nameWorkbook(zip: ZipContainer): void {
  const types = partOf(zip, '[Content_Types].xml')?.toString('utf8') ?? '';
  const workbook = relationshipsOf(zip, '').find(({ type }) => type === 'officeDocument')?.part;
  if (workbook === undefined) return;
  let named = false;
  walkTags(types, (name, _kind, from, to) => {
    const part = attributeOf(types.slice(from, to), 'PartName');
    if (name === 'Override' && part !== null && normal(part) === normal(workbook)) named = true;
  });
  const extension = /\.bin$/i.test(workbook) ? 'bin' : 'xml';
  const usual = `xl/workbook.${extension}`;
  if (named || normal(workbook) === usual || partOf(zip, usual)) return;
  const slash = workbook.lastIndexOf('/') + 1;
  const renamed = new Map([
    [normal(workbook), usual],
    [normal(`${workbook.slice(0, slash)}_rels/${workbook.slice(slash)}.rels`), `xl/_rels/workbook.${extension}.rels`],
  ]);
  zip.FullPaths = zip.FullPaths.map((full) => {
    const to = renamed.get(normal(full.slice(root.length)));
    return to === undefined ? full : root + to;
  });
}
