// What the PDF printer and the print dialog open: the boards of one part of a print, one a page. It says that it is ready, or
// what is wrong, in document.documentElement.dataset.ready; a board whose text doesn't fit is never printed.
import '../../zodConfiguration.ts';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { boardSizes } from '../../../shared/boardSizes.ts';
import { client, told } from '../../api.ts';
import { Board } from './Board.tsx';
import './print.css';
import { fetchPhotos, loadFonts, readyBoards } from './ready.ts';

async function layOut(root: HTMLElement): Promise<void> {
  const query = new URLSearchParams(location.search);
  const { size: name, faces } = await client.signboards.printPart.query({
    ticket: query.get('ticket') ?? '',
    part: Number(query.get('part')),
  });
  const size = boardSizes[name];
  const page = document.createElement('style');
  page.textContent = `@page { size: ${size.width}mm ${size.height}mm; margin: 0 }`;
  document.head.append(page);
  fetchPhotos(faces);
  await loadFonts(faces);
  flushSync(() =>
    createRoot(root).render(
      faces.map((face) => (
        <div className="sheet" key={face.gridId}>
          <Board face={face} size={size} />
        </div>
      )),
    ),
  );
  const [overflow] = await readyBoards(root);
  if (!overflow) return;
  const face = faces.find(({ gridId }) => gridId === overflow.gridId);
  throw new Error(`${face?.place} ${face?.gridName}的${overflow.field}太长，缩到最小也放不下，请改短后重试。`);
}

const root = document.getElementById('root');
if (!root) throw new Error('print.html has no #root');
layOut(root).then(
  () => (document.documentElement.dataset.ready = 'true'),
  (error: unknown) => (document.documentElement.dataset.ready = `error: ${told(error)}`),
);
