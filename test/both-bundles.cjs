// Converts each file with the bundle for conversions and with the whole one, and says where they differ.
const fs = require('node:fs');
const { load } = require('../dist/loader.js');

const write = fs.writeSync;
let written = '';
fs.writeSync = (fd, bytes) => {
  written += `${fd}: ${Buffer.from(bytes).toString()}`;
  return bytes.length;
};

async function said({ run }, file) {
  written = '';
  const status = await run(['--host', 'none', '--qemu-version', '10.0', file]);
  return `${status}\n${written}`;
}

(async () => {
  const [small, whole] = [await load(['guest.xml']), await load()];
  const files = process.argv.slice(2);
  for (const file of files) {
    const [one, other] = [await said(small, file), await said(whole, file)];
    if (one !== other) write(1, `${file}: ${one}\nbut ${other}\n`);
  }
  write(1, `${files.length} alike\n`);
})();
