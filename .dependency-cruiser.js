/** Turns the table in test/boundaries/permitted-imports.js into rules; test/boundaries/boundaries.spec.ts sees each of them fire. */
const { libraries, apps, notCaseTypes } = require('./test/boundaries/permitted-imports.js');

const oneOf = (names) => `(?:${names.map((name) => name.replace('*', '[^/]+')).join('|')})`;

const ours = '^(?:apps|bench|libs|test|tools)/';
const specs = ['\\.spec\\.ts$', '^test/', '^libs/testing/'];
const told = ['^\\.', '^@app/', '^node:']; // other rules tell of these
const packages = (names) => (names.length ? [`^(?:node_modules/)?${oneOf(names)}(?:/|$)`] : []);
const libs = (names) => (names.length ? [`^libs/${oneOf(names)}/`] : []);

/** The rules for one place: which of our libraries, which packages and which of Node's own modules it may not import. */
function rulesFor(name, from, own, row) {
  const forbid = (kind, may, to) => ({ name: `${name}:${kind}`, severity: 'error', comment: `${name} may import ${may}`, from, to });
  const nodeModules =
    row.builtIns === false
      ? [{ path: '^node:' }, { dependencyTypes: ['core'] }]
      : row.packages.includes('node:sqlite')
        ? []
        : [{ path: '^node:sqlite$' }];
  return [
    forbid('libraries', `of our libraries: ${row.libraries.join(', ') || 'none'}`, { path: ours, pathNot: [own, ...libs(row.libraries)] }),
    forbid('packages', `of packages: ${row.packages.join(', ') || 'none'}`, {
      dependencyTypesNot: ['core'],
      pathNot: [ours, ...told, ...packages(row.packages)],
    }),
    ...nodeModules.map((to) =>
      forbid('built-ins', `of Node's own modules: ${row.builtIns === false ? 'none' : 'all but node:sqlite'}`, to),
    ),
  ];
}

/** A library's row, and a row more for each sub-folder that may import more. */
function rulesForLibrary([name, { folders = {}, ...row }]) {
  if (row.anything) return [];
  const src = (folder) => `^libs/${name}/src/${folder}/`;
  const rest = { path: `^libs/${name}/`, pathNot: [...specs, ...Object.keys(folders).map(src)] };
  return [
    ...rulesFor(name, rest, `^libs/${name}/`, row),
    ...Object.entries(folders).flatMap(([folder, more]) =>
      rulesFor(`${name}/${folder}`, { path: src(folder), pathNot: specs }, `^libs/${name}/`, {
        ...row,
        libraries: [...row.libraries, ...(more.libraries ?? [])],
        packages: [...row.packages, ...(more.packages ?? [])],
      }),
    ),
  ];
}

const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const codeIn = (path) => ({ path, pathNot: specs });
const withoutRow = `^libs/(?!${oneOf(Object.keys(libraries))}/)`;
const caseFolder = '^libs/cases/src/([^/]+)/';
const sharedByCases = `^libs/cases/src/${oneOf(notCaseTypes)}/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(libraries).flatMap(rulesForLibrary),
    ...rulesFor('apps', codeIn('^apps/([^/]+)/'), '^apps/$1/', apps),

    error('library-has-a-row', 'Every folder in libs/ has a row in permitted-imports.js.', { path: withoutRow }, {}),
    error('library-has-a-row', 'Every folder in libs/ has a row in permitted-imports.js.', {}, { path: withoutRow }),
    error('through-the-index', "Another library is imported through its index: '@app/<name>'.", codeIn('^(apps|libs)/([^/]+)/'), {
      path: ['^libs/[^/]+/(?!src/index\\.ts$)', '^@app/[^/]+/'],
      pathNot: '^$1/$2/',
    }),
    error('across-by-alias', "Another library is imported as '@app/<name>', not by a relative path.", codeIn('^(apps|libs)/([^/]+)/'), {
      path: '^libs/',
      pathNot: '^$1/$2/',
      dependencyTypesNot: ['aliased'],
    }),
    error('within-by-path', 'Within a library imports are relative.', codeIn('^libs/([^/]+)/'), {
      path: '^libs/$1/',
      dependencyTypes: ['aliased'],
    }),
    error(
      'case-types-apart',
      'Case types do not import each other.',
      { path: caseFolder, pathNot: [...specs, sharedByCases] },
      {
        path: caseFolder,
        pathNot: ['^libs/cases/src/$1/', sharedByCases],
      },
    ),
    error('testing-from-specs', 'Only specs, test/ and libs/testing import @app/testing.', { pathNot: specs }, { path: '^libs/testing/' }),
    error('specs-are-leaves', 'Nothing imports a spec.', {}, { path: '\\.spec\\.ts$' }),
    error('resolvable', 'What is imported exists and is installed.', {}, { couldNotResolve: true, pathNot: ['^node:', '^@app/[^/]+/'] }),
    error('no-cycles', 'Imports form no circle, types included.', {}, { circular: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
