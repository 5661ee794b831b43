// What only the host can do, as screens call it: by the desktop's bridge where there is one, else by what a browser has.
import { bridgeName, type Native } from '../shared/native.ts';

const bridge = (globalThis as { [bridgeName]?: Native })[bridgeName];

/** Lets the person pick a folder; null in a browser, which never tells a path: there it is typed. */
export const chooseFolder: Native['chooseFolder'] | null = bridge?.chooseFolder ?? null;

/** A browser shows a file in a tab of its own; the desktop's window opens no others, and saves it. */
export const opensTabs: boolean = bridge === undefined;

/** Whether the host tells if something was saved or printed: a browser doesn't. */
export const tellsOutcome: boolean = bridge !== undefined;

/** Shows a file in its folder; null in a browser. */
export const reveal: Native['reveal'] | null = bridge?.reveal ?? null;

/** Opens the log's folder; null in a browser. */
export const openLogFolder: Native['openLogFolder'] | null = bridge?.openLogFolder ?? null;

/** Tells when the menu asks for a screen; a browser has no menu of ours. */
export const onOpenScreen: Native['onOpenScreen'] = bridge?.onOpenScreen ?? (() => () => undefined);

/** Saves what a /files/… address gives. Resolves to the path where it is known, else null: a browser doesn't tell. */
export const save: Native['save'] =
  bridge?.save ??
  ((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.download = '';
    document.body.append(link);
    link.click();
    link.remove();
    return Promise.resolve(null);
  });

/** Longer than the largest print takes to be laid out on a slow PC. Milliseconds. */
const patience = 120_000;

/** Resolves once the page in the frame says that it is ready: fonts loaded, pictures decoded, texts fitted. */
function untilReady(frame: HTMLIFrameElement): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('打印的页面没有准备好，没有打印。请再试一次；仍不行请分批打印。'));
    const timer = window.setTimeout(fail, patience);
    const look = (): boolean => {
      const ready = frame.contentDocument?.documentElement.dataset.ready;
      if (ready !== undefined) window.clearTimeout(timer);
      if (ready === 'true') resolve();
      else if (ready) reject(new Error(ready.replace(/^error: /, '')));
      return ready !== undefined;
    };
    frame.addEventListener('load', () => {
      const root = frame.contentDocument?.documentElement;
      if (!root) return fail();
      if (look()) return undefined;
      const watch = new MutationObserver(() => {
        if (look()) watch.disconnect();
      });
      watch.observe(root, { attributes: true });
    });
  });
}

/** Opens the print dialog for a /print/… page. A browser doesn't tell whether the person went through with it. */
export const print: Native['print'] =
  bridge?.print ??
  (async (address) => {
    const frame = document.createElement('iframe');
    // Out of sight, but laid out: a frame without a box prints nothing.
    frame.style.cssText = 'position: fixed; inset: 0 auto auto -10000px; width: 1000px; height: 1000px; border: 0';
    frame.title = '打印';
    frame.src = address;
    const ready = untilReady(frame);
    document.body.append(frame);
    try {
      await ready;
      frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
      frame.contentWindow?.print();
    } catch (error) {
      frame.remove();
      throw error;
    }
    return true;
  });
