const project = (displayName, testMatch) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/build.cjs',
  transform: {
    '^.+\\.(ts|js|mjs)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // chalk is published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!chalk/)'],
});

module.exports = {
  projects: [
    project('unit', ['<rootDir>/test/**/*.test.ts', '!<rootDir>/test/qemu/**']),
    project('qemu', ['<rootDir>/test/qemu/**/*.test.ts']),
  ],
};
