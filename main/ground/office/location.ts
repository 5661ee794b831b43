// Where an office file may lie: on this computer's own disk. SQLite's locks do not hold on a network share, where two
// computers would quietly destroy each other's work.
import { realpathSync, statfsSync } from 'node:fs';
import { Refusal } from '../../../shared/refusal.ts';

/** File system types of statfs(2) that are reached over a network: NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997]);

/** True when a folder lies on a network share; a mapped drive of Windows resolves to its \\server\share name. */
export function isOnNetworkShare(folder: string, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'win32') {
    const real = /^[\\/]{2}/.test(folder) ? folder : realpathSync.native(folder);
    return /^[\\/]{2}(?![.?][\\/])/.test(real) || /^\\\\\?\\UNC\\/i.test(real);
  }
  return networkTypes.has(statfsSync(folder).type >>> 0);
}

/** @throws Refusal when the folder lies on a network share. */
export function refuseNetworkShare(folder: string): void {
  if (isOnNetworkShare(folder))
    throw new Refusal(
      `台账不能放在网络共享文件夹里（${folder}），多台电脑同时写会损坏数据。请改放在本机硬盘上，例如 D 盘的文件夹。`,
    );
}
