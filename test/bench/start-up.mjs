// One conversion as a whole process, beside a Node that does nothing.
import { join } from 'node:path';
import { bin, milliseconds, project } from './process.mjs';

const guest = join(project, 'examples/scsi-lun/guest.xml');
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Medians in milliseconds. In turn, so that a machine that slows down slows both. */
export function startUp(runs) {
  const times = { nothing: [], conversion: [] };
  for (let i = -3; i < runs; i++) {
    const nothing = milliseconds(['-e', '0']);
    const conversion = milliseconds([bin, guest]);
    if (i < 0) continue;
    times.nothing.push(nothing);
    times.conversion.push(conversion);
  }
  return { nothing: median(times.nothing), conversion: median(times.conversion) };
}
