/** Runs the API, and builds and restarts it whenever a source changes. A build that fails leaves the running one alone. */
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const isSource = (file) => (file?.endsWith('.ts') && !file.endsWith('.spec.ts')) || file?.endsWith('.json');
let server;
let soon;

const start = () => {
  server = spawn(process.execPath, ['--enable-source-maps', 'dist/apps/api/src/main.js'], { cwd: root, stdio: 'inherit' });
};

/** Ends the server, then goes on. */
const afterServer = (next) => {
  if (server?.exitCode === null && server.signalCode === null) {
    server.once('exit', next);
    server.kill();
  } else {
    next();
  }
};

const rebuild = () => {
  const { status } = spawnSync(process.execPath, [join(__dirname, 'build.js')], { cwd: root, stdio: 'inherit' });
  if (status === 0) afterServer(start);
};

for (const folder of ['apps', 'libs']) {
  fs.watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (!isSource(file)) return;
    clearTimeout(soon);
    soon = setTimeout(rebuild, 200);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => afterServer(() => process.exit()));
rebuild();
