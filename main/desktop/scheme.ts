// The address the screens have on the desktop: app://grid-ledger/…, answered by the program's handler inside this process, so
// that no port is opened. The scheme must be registered before Electron is ready, and once only.
import { protocol, type Session } from 'electron';
import type { Program } from '../compose.ts';

const scheme = 'app';
const host = 'grid-ledger';
export const origin = `${scheme}://${host}`;

export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** True for an address of this program. `new URL(…).origin` can't say: for a custom scheme it is "null". */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol: given, host: where, username, password } = new URL(address);
  return given === `${scheme}:` && where === host && username === '' && password === '';
}

/** What is asked before the program stands waits for it. Who is at the keyboard comes from the system, never from the page. A thrown error would reach the page as "Failed to fetch". */
export function serve(session: Session, opening: Promise<Program>): void {
  session.protocol.handle(scheme, async (request) => {
    if (!isOurs(request.url)) return Response.json({ message: '没有这个地址。' }, { status: 404 });
    const program = await opening;
    try {
      return await program.app(request, { login: program.login });
    } catch (error) {
      program.log.error('app scheme', error);
      return Response.json({ message: '程序出错，没有完成。详情已记入日志。' }, { status: 500 });
    }
  });
}
