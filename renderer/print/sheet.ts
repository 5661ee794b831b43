// What the print dialog prints of a list or report: the pages that the job in the address has drawn (shared/drawing/printed.ts). It says
// that it is ready, or what is wrong, in document.documentElement.dataset.ready: no page without its glyphs and photos is printed.
import { damagedPhoto, type PrintedHead, type PrintedPage } from '../../shared/drawing/printed.ts';
import { drawnFamily, svgOf } from '../ui/drawing/svg.ts';
import './sheet.css';

/** Millimetres by which a page ends before the paper. */
const hair = 0.4;

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

async function fetchLines(): Promise<string[]> {
  const response = await fetch(`/files/jobs/${encodeURIComponent(new URLSearchParams(location.search).get('job') ?? '')}`);
  if (response.ok) return (await response.text()).trimEnd().split('\n');
  const { message } = (await response.json()) as { message?: string };
  throw new Error(message ?? '没有取到要打印的页面，请重试。');
}

async function loadFonts(fonts: PrintedHead['fonts']): Promise<void> {
  await Promise.all(
    Object.entries(fonts).map(async ([weight, base64]) => {
      document.fonts.add(await new FontFace(drawnFamily, bytesOf(base64), { weight }).load());
    }),
  );
}

async function drawnPage(line: string): Promise<HTMLElement> {
  const { drawing, pictures } = JSON.parse(line) as PrintedPage;
  const addresses = Object.fromEntries(
    Object.entries(pictures).map(([key, base64]) => [key, `data:image/jpeg;base64,${base64}`]),
  );
  await Promise.all(
    Object.entries(addresses).map(async ([key, address]) => {
      const photo = new Image();
      photo.src = address;
      await photo.decode().catch((cause: unknown) => {
        throw new Error(damagedPhoto(key), { cause });
      });
    }),
  );
  const page = document.createElement('div');
  page.className = 'drawn';
  page.style.height = `${drawing.height - hair}mm`;
  page.append(svgOf(drawing, addresses));
  return page;
}

async function layOut(): Promise<void> {
  const [first = '', ...lines] = await fetchLines();
  const { title, width, height, pages, fonts } = JSON.parse(first) as PrintedHead;
  if (lines.length !== pages) throw new Error('要打印的页面不完整，请重试。');
  document.title = title;
  document.documentElement.dataset.paper = `${Math.round(width)}x${Math.round(height)}`;
  const size = document.createElement('style');
  size.textContent = `@page { size: ${width}mm ${height}mm; margin: 0 }`;
  document.head.append(size);
  await loadFonts(fonts);
  document.body.append(...(await Promise.all(lines.map(drawnPage))));
  document.body.getBoundingClientRect();
  await document.fonts.ready;
}

const told = (error: unknown): string =>
  error instanceof Error && /\p{Script=Han}/u.test(error.message) ? error.message : '打印页面没有准备好，请重试。';

layOut().then(
  () => (document.documentElement.dataset.ready = 'true'),
  (error: unknown) => (document.documentElement.dataset.ready = `error: ${told(error)}`),
);
