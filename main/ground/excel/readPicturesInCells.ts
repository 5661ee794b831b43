// The pictures that Excel 365 keeps as the value of a cell (插入 → 图片 → 放置在单元格中): the cell's number leads over the workbook's
// metadata and rich values to a relationship. Other rich values, and pictures fetched from the web, have none.
import { readXml } from './readXml.ts';

const valueType = 'XLRICHVALUE';
const localImage = '_rvRel:LocalImageIdentifier';

/** The parts, as far as the workbook has them. */
export type RichParts = { metadata: Uint8Array; values: Uint8Array; structures: Uint8Array; relations: Uint8Array };

/** Rich values by a cell's number in the metadata. */
function valuesByNumber(metadata: Uint8Array): Map<number, number> {
  const types: string[] = [];
  const values: number[] = [];
  const blocks: { type: number; value: number }[] = [];
  let section = '';
  readXml(metadata, {
    open({ name, attributes }) {
      if (name === 'metadataType') types.push(attributes.name ?? '');
      if (name === 'futureMetadata') section = attributes.name ?? '';
      if (name === 'valueMetadata' || name === 'cellMetadata') section = name;
      if (name === 'rvb' && section === valueType) values.push(Number(attributes.i));
      if (name === 'rc' && section === 'valueMetadata') blocks.push({ type: Number(attributes.t), value: Number(attributes.v) });
    },
  });
  return new Map(
    blocks.flatMap(({ type, value }, index) => {
      const rich = types[type - 1] === valueType ? values[value] : undefined;
      return rich === undefined ? [] : [[index + 1, rich] as const];
    }),
  );
}

/** Which of its values names the picture, by structure; -1 where it holds none. */
function picturePlaces(structures: Uint8Array): number[] {
  const places: number[] = [];
  let keys = 0;
  readXml(structures, {
    open({ name, attributes }) {
      if (name === 's') {
        places.push(-1);
        keys = 0;
      }
      if (name !== 'k') return;
      if (attributes.n === localImage) places[places.length - 1] = keys;
      keys++;
    },
  });
  return places;
}

/** Relationship ids by a cell's number in the metadata. @throws where a part is no XML */
export function picturesInCells({ metadata, values, structures, relations }: RichParts): Map<number, string> {
  const places = picturePlaces(structures);
  const relationships: string[] = [];
  readXml(relations, {
    open: ({ name, attributes }) => {
      if (name === 'rel') relationships.push(attributes.id ?? '');
    },
  });
  const pictures: (string | undefined)[] = [];
  let wanted = -1;
  let at = 0;
  let inValue = false;
  readXml(values, {
    open({ name, attributes }) {
      if (name === 'rv') {
        pictures.push(undefined);
        wanted = places[Number(attributes.s)] ?? -1;
        at = 0;
      }
      inValue = name === 'v';
    },
    text(text) {
      if (inValue && at === wanted) pictures[pictures.length - 1] = relationships[Number(text)];
    },
    close(name) {
      if (name === 'v') at++;
      inValue = false;
    },
  });
  return new Map(
    [...valuesByNumber(metadata)].flatMap(([number, value]) => {
      const picture = pictures[value];
      return picture === undefined ? [] : [[number, picture] as const];
    }),
  );
}
