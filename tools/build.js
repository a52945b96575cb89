/**
 * Compiles every app, every library and the benchmarks into dist/, and turns @app/<name> into relative paths on the way.
 *
 *   node tools/build.js              compile what changed
 *   node tools/build.js --if-stale   do nothing when dist/ is newer than all it is made from
 *
 * `nest build` does the same, but does not start on Node 20.19.0 (a circle of require() and ES modules among its generators);
 * so the compiler is called directly, with Nest's own rewriting of paths.
 */
const fs = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const stamp = join(root, 'dist/.built');
const madeFrom = ['apps', 'libs', 'bench', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];

/** When a file or anything in a folder last changed; a folder's own time tells of files that were removed. */
function changedAt(path) {
  const stats = fs.statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return path.endsWith('.spec.ts') ? 0 : stats.mtimeMs;
  return fs.readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), stats.mtimeMs);
}

const isFresh = () => fs.existsSync(stamp) && madeFrom.every((path) => changedAt(join(root, path)) <= fs.statSync(stamp).mtimeMs);

/** @returns the compiler's complaints, as text */
function compile() {
  const ts = require('typescript');
  const { tsconfigPathsBeforeHookFactory } = require('@nestjs/cli/lib/compiler/hooks/tsconfig-paths.hook.js');
  // The compiler's notes of what it has written live and go with what it has written.
  const notes = { tsBuildInfoFile: join(root, 'dist/.tsbuildinfo') };
  const complaints = [];
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (fatal) => complaints.push(fatal) };
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.build.json'), notes, host);
  if (config) {
    const program = ts.createIncrementalProgram({ rootNames: config.fileNames, options: config.options });
    const before = [tsconfigPathsBeforeHookFactory(config.options)];
    complaints.push(...config.errors, ...ts.getPreEmitDiagnostics(program.getProgram()));
    complaints.push(...program.emit(undefined, undefined, undefined, undefined, { before }).diagnostics);
  }
  const names = { getCanonicalFileName: (path) => path, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  return ts.formatDiagnostics(ts.sortAndDeduplicateDiagnostics(complaints), names);
}

function build() {
  const startedAt = new Date();
  fs.rmSync(stamp, { force: true });
  const complaints = compile();
  if (complaints) {
    console.error(complaints);
    process.exit(1);
  }
  fs.writeFileSync(stamp, '');
  fs.utimesSync(stamp, startedAt, startedAt);
}

const lock = join(root, 'dist/.building');
const longestBuildMs = 120_000;

/** Two builds at once would write over each other: the second waits, and then often finds nothing left to do. */
function alone(work) {
  fs.mkdirSync(join(root, 'dist'), { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      // Whoever was killed in the middle took the lock with it.
      const since = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - since > longestBuildMs) fs.rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  process.on('exit', () => fs.rmSync(lock, { recursive: true, force: true }));
  work();
}

const isDone = () => process.argv.includes('--if-stale') && isFresh();

if (!isDone()) alone(() => isDone() || build());
