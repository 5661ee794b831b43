// Where an office file may lie: a network share is known by its name on Windows and by its file system elsewhere.
import { tmpdir } from 'node:os';
import { describe, expect, test, vi } from 'vitest';
import { isOnNetworkShare, refuseNetworkShare } from '../../main/ground/office/location.ts';

const real = vi.hoisted(() => ({ path: '', type: 0 }));
vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  realpathSync: { native: () => real.path },
  statfsSync: () => ({ type: real.type }),
}));

describe('on Windows', () => {
  test.each([
    [String.raw`D:\台账`, String.raw`D:\台账`, false],
    [String.raw`\\?\D:\台账`, String.raw`\\?\D:\台账`, false],
    [String.raw`\\fileserver\街道\台账`, '', true],
    ['//fileserver/街道/台账', '', true],
    [String.raw`Z:\台账`, String.raw`\\fileserver\街道\台账`, true],
    [String.raw`Z:\台账`, String.raw`\\?\UNC\fileserver\街道\台账`, true],
  ])('%s, really %s: %s', (folder, path, expected) => {
    // A path that names a share itself is never asked for.
    real.path = path === '' ? folder : path;
    expect(isOnNetworkShare(folder, 'win32')).toBe(expected);
  });
});

describe('elsewhere', () => {
  test.each([
    ['ext4', 0xef53, false],
    ['btrfs', 0x9123683e, false],
    ['tmpfs', 0x01021994, false],
    ['NFS', 0x6969, true],
    ['SMB', 0x517b, true],
    ['CIFS', 0xff534d42, true],
    ['CIFS, as a signed number', 0xff534d42 | 0, true],
    ['SMB2', 0xfe534d42 | 0, true],
  ])('%s', (_name, type, expected) => {
    real.type = type;
    expect(isOnNetworkShare('/mnt/x', 'linux')).toBe(expected);
  });
});

test('the refusal names the folder and what to do', () => {
  real.type = 0x517b;
  expect(() => refuseNetworkShare(tmpdir())).toThrow(/网络共享文件夹.*请改放在本机硬盘上/);
});
