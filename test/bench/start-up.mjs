// One conversion as a whole process, beside a Node that does nothing.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bin, milliseconds, project } from './process.mjs';

const plain = [bin, 'examples/scsi-lun/guest.xml'];
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Guests as people have them: most have some rare thing. */
function guests() {
  const folder = 'test/cases/guests';
  const host = join(folder, 'host.json');
  return readdirSync(join(project, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [bin, '--host', host, '--qemu-version', '10.0', join(folder, name, 'guest.xml')]);
}

/** Medians in milliseconds. In turn, so that a machine that slows down slows all of it. */
export function startUp(runs) {
  const many = guests();
  const times = { nothing: [], conversion: [], others: [] };
  for (let i = -3; i < runs; i++) {
    const nothing = milliseconds(['-e', '0']);
    const conversion = milliseconds(plain);
    if (i < 0) continue;
    times.nothing.push(nothing);
    times.conversion.push(conversion);
    for (const k of [0, 1]) times.others.push(milliseconds(many[(2 * i + k) % many.length], [0, 1]));
  }
  return {
    nothing: median(times.nothing),
    conversion: median(times.conversion),
    others: median(times.others),
  };
}
