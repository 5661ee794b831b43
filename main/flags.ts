// What may be said on the command line, for both hosts: --data DIR, --demo, --person NAME, and for the browser host --no-window, --port N.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../shared/refusal.ts';
import { dataFolder } from './dataFolder.ts';

export type Flags = { data: string; demo: boolean; noWindow: boolean; port: number; person: string | null };

const options = {
  browser: { type: 'boolean' },
  'no-window': { type: 'boolean' },
  port: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean' },
  person: { type: 'string' },
} as const;

const known = '可用的参数：--browser --no-window --port 端口 --data 文件夹 --demo --person 姓名';

function parse(given: string[], strict: boolean): Record<string, unknown> {
  try {
    return parseArgs({ args: given, options, strict, allowPositionals: !strict }).values;
  } catch (error) {
    // parseArgs names the flag between quotes; its sentence is English.
    const flag = /'([^']+)'/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new Refusal(`启动参数“${flag}”不对，程序没有启动。${known}`);
  }
}

/**
 * @param strict false on the desktop, where Electron's own switches stand among ours.
 * @throws Refusal for an unknown flag, a missing value or a port that is none.
 */
export function readFlags(given: string[], strict = true): Flags {
  const values = parse(given, strict);
  const port = typeof values.port === 'string' ? values.port : '0';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Refusal(`端口“${port}”不对，应为 0 到 65535 之间的整数（0 表示自动选择）。程序没有启动。`);
  if (values.data === '') throw new Refusal('参数 --data 后面没有写文件夹。程序没有启动。');
  return {
    data: path.resolve(typeof values.data === 'string' ? values.data : dataFolder()),
    demo: values.demo === true,
    person: typeof values.person === 'string' ? values.person : null,
    noWindow: values['no-window'] === true,
    port: Number(port),
  };
}
