// The first address of a browser's window carries the token that let it in (main/gate.ts). It is taken out before anything reads the
// address, so that it is neither shown nor kept.
if (location.pathname === '/' && new URLSearchParams(location.search).has('token'))
  history.replaceState(null, '', location.pathname);
