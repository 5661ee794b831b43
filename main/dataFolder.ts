// Where the office file lives unless --data says otherwise: the user's local (never roaming) application data, for both hosts; and
// where lies what the program can make anew.
import { homedir } from 'node:os';
import path from 'node:path';

/** ASCII inside, so that every tool of the system can cope with the path. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return path.join(environment.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'GridLedger');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Application Support', 'GridLedger');
  return path.join(environment.XDG_DATA_HOME ?? path.join(homedir(), '.local', 'share'), 'grid-ledger');
}

/** What may be deleted at any time. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return path.join(dataFolder(environment, platform), 'cache');
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'GridLedger');
  return path.join(environment.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'grid-ledger');
}
