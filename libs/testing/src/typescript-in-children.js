// Preloaded into the child processes of specs: lets them require our TypeScript, as Jest does in its own process.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const libs = join(__dirname, '..', '..');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  return resolve.call(this, request.replace(/^@app\/(.+)$/, join(libs, '$1', 'src', 'index.ts')), ...rest);
};

const [, { jsc, module: format }] = Object.values(require('../../../jest.config').transform)[0];
Module._extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), { filename: file, jsc, module: format, sourceMaps: false });
  module._compile(code, file);
};
