// Runs one command line after the other, each with the bundle anew, as a process of its own would have it.
const fs = require('node:fs');
const { load } = require('../../dist/loader.js');

const write = fs.writeSync;
let said;
fs.writeSync = (fd, bytes, ...rest) => {
  if (fd > 2) return write(fd, bytes, ...rest);
  const part = Buffer.from(bytes.subarray(rest[0]));
  said[fd].push(part);
  return part.length;
};

(async () => {
  const outcomes = [];
  const own = { ...process.env };
  for (const { args, env } of JSON.parse(fs.readFileSync(0, 'utf8'))) {
    said = { 1: [], 2: [] };
    process.env = { ...own, ...env };
    const status = await (await load(args)).run(args);
    const [stdout, stderr] = [1, 2].map((fd) => Buffer.concat(said[fd]).toString());
    outcomes.push({ status, stdout, stderr });
  }
  process.stdout.write(JSON.stringify(outcomes));
})();
