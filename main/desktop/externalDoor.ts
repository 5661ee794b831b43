// The one door to the outside. A link in a screen may only become a web page in the system's own browser, over https, by a
// plain public name: a file:, a UNC path or a registered protocol could start a program.
import { shell } from 'electron';

export function isSafeExternal(address: string): boolean {
  if (address.length > 2000 || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password, port } = new URL(address);
  return (
    protocol === 'https:' &&
    username === '' &&
    password === '' &&
    port === '' &&
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/i.test(hostname)
  );
}

/** Opens the address in the system's browser, or does nothing. */
export function openExternally(address: string): void {
  if (isSafeExternal(address)) void shell.openExternal(new URL(address).href);
}
