const project = (displayName, testMatch, testPathIgnorePatterns) => ({
  displayName,
  testMatch,
  testPathIgnorePatterns: ['/node_modules/', ...testPathIgnorePatterns],
  testEnvironment: '<rootDir>/test/environment.cjs',
  globalSetup: '<rootDir>/test/build.cjs',
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        // Beside the code, where V8 need not read it.
        sourceMaps: true,
      },
    ],
  },
  // chalk is published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!chalk/)'],
});

module.exports = {
  // Jest itself leaves one core idle, which is half of a machine that has two.
  maxWorkers: '100%',
  projects: [
    project(
      'unit',
      ['<rootDir>/test/**/*.test.ts'],
      ['\\.(real|guest|corpus|tools|install|page)\\.test\\.ts$'],
    ),
    // What starts real QEMUs and real targets.
    project('qemu', ['<rootDir>/test/**/*.real.test.ts'], []),
    // What looks at a page in a browser.
    project('page', ['<rootDir>/test/**/*.page.test.ts'], []),
    // What boots a Linux in them.
    project('guest', ['<rootDir>/test/**/*.guest.test.ts'], []),
    // What other programs do with it, and what a terminal shows.
    project('tools', ['<rootDir>/test/**/*.tools.test.ts'], []),
    // What is installed: the package, the executable, the manual page, completions in their shells.
    project('install', ['<rootDir>/test/**/*.install.test.ts'], []),
    // What starts one for each domain of the corpus.
    project('corpus', ['<rootDir>/test/**/*.corpus.test.ts'], []),
  ],
};
