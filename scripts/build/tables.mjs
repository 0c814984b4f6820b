// Tables as start-up reads them. Where a fact is from stays behind.
import { build } from 'esbuild';
import { join } from 'node:path';

/** As JSON, which takes V8 a fraction of the time of as many literals; those of capabilities are read row by row. */
export const tables = (common) => ({
  name: 'tables',
  setup(b) {
    b.onLoad({ filter: /src[\\/]qemu[\\/]machines[\\/]table\.ts$/ }, async ({ path }) => ({
      contents: Object.entries(await valuesOf(path, common))
        .map(([name, table]) => `export const ${name} = JSON.parse(${literal(table)});`)
        .join('\n'),
      loader: 'js',
    }));
    b.onLoad({ filter: /src[\\/]qemu[\\/]capabilities[\\/]lookup\.ts$/ }, async ({ path }) => {
      const { CAPABILITIES } = await valuesOf(join(path, '../index.ts'), common);
      return { contents: lookup(CAPABILITIES), loader: 'js' };
    });
  },
});

async function valuesOf(path, common) {
  const { outputFiles } = await build({ ...common, entryPoints: [path], write: false });
  const module = { exports: {} };
  new Function('module', outputFiles[0].text)(module);
  return module.exports;
}

const literal = (value) => JSON.stringify(JSON.stringify(value, withoutSource));
const withoutSource = (key, value) => (key === 'source' ? undefined : value);

/** A conversion asks for some seventy of five hundred: a line is found and read in less time than all would take. */
export function lookup(capabilities) {
  const lists = [];
  const numberOf = (list) => (lists.includes(list) ? lists.indexOf(list) : lists.push(list) - 1);
  const part = (key, value) => (key === 'arch' ? numberOf(JSON.stringify(value)) : withoutSource(key, value));
  const lines = Object.entries(capabilities).map(([name, row]) => `${name} ${JSON.stringify(row, part)}`);
  return `const ROWS = ${JSON.stringify(`\n${lines.join('\n')}\n`)};
const LISTS = [${lists.join()}];
const read = new Map();
export function rowOf(capability) {
  let row = read.get(capability);
  if (row === undefined) {
    const at = ROWS.indexOf(\`\\n\${capability} \`) + capability.length + 2;
    row = JSON.parse(ROWS.slice(at, ROWS.indexOf('\\n', at)));
    if (row.arch !== undefined) row.arch = LISTS[row.arch];
    read.set(capability, row);
  }
  return row;
}
export const isCapability = (name) => !/\\s/.test(name) && ROWS.includes(\`\\n\${name} \`);
`;
}
