// By which key the person last did something, or that it was by the pointer: whoever leaves a field by Tab means something else than
// whoever clicks away from it, or leaves the window.
let last = '';
document.addEventListener(
  'keydown',
  ({ key }) => {
    last = key;
  },
  { capture: true },
);
document.addEventListener(
  'pointerdown',
  () => {
    last = 'pointer';
  },
  { capture: true },
);

export const lastTouch = (): string => last;
