// Reads the XML parts of a workbook as a stream of elements by their local names, whatever prefix or namespace (transitional,
// strict) a program gives them. For what is small and has to be right: names of sheets, drawings, relationships of pictures. A part that
// is broken is noticed, which xmlTags.ts doesn't; that one says where tags stand, and takes a third of the time on a large sheet.
import { SaxParser } from '@cj-tech-master/excelts/xml';

/** Attributes by their local names. */
export type Element = { name: string; attributes: Readonly<Record<string, string>> };

export type Listener = { open?: (element: Element) => void; text?: (text: string) => void; close?: (name: string) => void };

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Most elements of a sheet have no prefixed attributes. */
function byLocalName(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names = Object.keys(attributes);
  if (!names.some((name) => name.includes(':'))) return attributes;
  return Object.fromEntries(names.map((name) => [localName(name), attributes[name] ?? '']));
}

const decode = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

/** @throws XmlParseError where it is none */
export function readXml(bytes: Uint8Array, { open, text, close }: Listener): void {
  // No document type is read, so that only the five entities of XML itself are there to be expanded, however often.
  const parser = new SaxParser({ position: false, invalidCharHandling: 'replace', maxEntityExpansions: 0 });
  if (open) parser.on('opentag', ({ name, attributes }) => open({ name: localName(name), attributes: byLocalName(attributes) }));
  if (text) parser.on('text', text);
  if (close) parser.on('closetag', ({ name }) => close(localName(name)));
  parser.write(decode(bytes)).close();
}
