// Loaded before a program (node -r): at its end it writes the most memory it took, in KB, to descriptor 3.
const { writeSync } = require('node:fs');

process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
