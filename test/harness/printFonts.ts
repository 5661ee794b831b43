// Before the tests that run from source: the fonts that pages are drawn with are there, as a build would leave them.
export { makePrintFonts as setup } from '../../renderer/fonts/printFonts.build.ts';
