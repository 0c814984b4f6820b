import { convert } from '../../../src/convert';
import type { HostFacts } from '../../../src/host/facts';
import { scsiDevice } from '../../host/scsi-device';

const host: HostFacts = {
  schema: 1,
  scsi: [
    scsiDevice({ type: 1, sg: { path: '/dev/sg3', links: [] } }),
    scsiDevice({
      hctl: { host: 0, channel: 0, target: 1, lun: '0' },
      block: { path: '/dev/sdb', links: [] },
      sg: { path: '/dev/sg4', links: [] },
    }),
  ],
};

/** The -drive of a LUN, and what was decided of it. */
function drive(source: string, driver: string, inner = '') {
  const disk = `<disk type='block' device='lun'><driver name='qemu' type='raw' ${driver}/><source dev='${source}'/><target dev='sda' bus='scsi'/>${inner}</disk>`;
  const { argv = [], plan } = convert(
    `<domain type='qemu'><name>g</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='pc'>hvm</type></os><devices>${disk}</devices></domain>`,
    { qemuVersion: '7.2.0', host },
  );
  return {
    text: argv.find((word) => word.startsWith('file=')),
    decided: plan?.decisions.flatMap(({ value }) => (value.startsWith('without') ? [value] : [])),
  };
}

test.each([
  ["cache='none'", '', "without cache='none'"],
  ["cache='none' io='native'", '', "without cache='none' and io='native'"],
  ["cache='directsync'", '', "without cache='directsync'"],
  ['', '<shareable/>', "without cache='none'"],
])('an sg node is opened without O_DIRECT: %s %s', (driver, inner, value) => {
  const { text, decided } = drive('/dev/sg3', driver, inner);
  expect(text).toMatch(/^file=\/dev\/sg3,format=raw,if=none,id=[^,]*$/);
  expect(decided).toEqual([value]);
});

test('other settings of an sg node, and those of a block node, stay', () => {
  expect(drive('/dev/sg3', "cache='writeback' io='threads'").text).toContain('cache=writeback,aio=threads');
  const { text, decided } = drive('/dev/sdb', "cache='none' io='native'");
  expect(text).toContain('cache=none,aio=native');
  expect(decided).toEqual([]);
});
