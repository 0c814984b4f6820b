import { lookAt, probeGuest, probeListening } from '../../src/host/probe';
import { DescribedHost } from './described';

const host = new DescribedHost('look');
const wanted = { paths: ['/srv/a.qcow2'], scsi: [] };
/** `sl local_address rem_address st tx_queue:rx_queue tr:tm->when retrnsmt uid timeout inode`. */
const LISTENS = '  0: 00000000:170C 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4242 1\n';

beforeEach(() => {
  host.put('sys/class/block/.keep');
  host.put('proc/meminfo', 'MemTotal: 1024 kB\n');
  host.put('proc/net/tcp', LISTENS);
});

const bytes = (look = lookAt(host.root)) => probeGuest(wanted, { look }).memory?.total;
const kindOf = (look = lookAt(host.root)) =>
  probeGuest(wanted, { look }).nodes?.find(({ path }) => path === wanted.paths[0])?.kind;

test('what hangs on no guest stays as one look found it, and a new look sees what it is now', () => {
  const look = lookAt(host.root);
  const before = [bytes(look), probeListening({ look })?.tcp.length];
  host.put('proc/meminfo', 'MemTotal: 2048 kB\n');
  host.put('proc/net/tcp', '');
  expect([bytes(look), probeListening({ look })?.tcp.length]).toEqual(before);
  expect(before).toEqual([1024, 1]);
  expect([bytes(), probeListening({ root: host.root })?.tcp.length]).toEqual([2048, 0]);
});

test('what a guest names is looked at anew', () => {
  const look = lookAt(host.root);
  expect(kindOf(look)).toBe('absent');
  host.put('srv/a.qcow2');
  expect(kindOf(look)).toBe('file');
});
