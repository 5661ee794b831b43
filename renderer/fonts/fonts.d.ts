// The style sheets made by plugin.build.ts.
declare module 'virtual:fonts/text.css';
declare module 'virtual:fonts/boards.css';
