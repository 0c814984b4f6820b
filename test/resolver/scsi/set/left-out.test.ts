import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../../../src/convert';
import type { HostFacts } from '../../../../src/host/facts';

const PROJECT = join(__dirname, '../../../..');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const host = JSON.parse(read('test/host/trees/npiv/snapshot.json')) as HostFacts;

test('what the kernel lists on an adapter and is no LUN is named', () => {
  const { plan } = convert(read('test/cases/scsi-sets/npiv/guest.xml'), { host });
  const caveats = plan?.decisions.flatMap((decision) => decision.caveats);
  expect(caveats).toContain('4:0:0:49409 is left out: it stands for no device (type 30)');
  expect(caveats?.filter((caveat) => caveat.includes('left out'))).toHaveLength(1);
});
