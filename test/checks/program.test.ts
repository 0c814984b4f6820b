import { check } from '../../src/check';
import type { HostFacts } from '../../src/host/facts';

/** Whether the emulator of this name is missed, and whether it is said that nobody knows. */
function looked(emulator: string) {
  const host: HostFacts = { schema: 1, scsi: [], adapters: [], block: [], nodes: [], programs: [] };
  const { diagnostics, notChecked } = check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory>
<os><type arch='x86_64' machine='q35'>hvm</type></os><devices><emulator>${emulator}</emulator></devices></domain>`,
    { host },
  );
  return {
    missed: diagnostics.some(({ code }) => code === 'emulator-missing'),
    unknown: notChecked.some(({ what }) => what === 'whether its emulator is there'),
  };
}

test('an emulator that is named from the folder of who starts it is not missed by its path', () => {
  expect(looked('./qemu')).toEqual({ missed: false, unknown: true });
  expect(looked('bin/qemu')).toEqual({ missed: false, unknown: true });
  expect(looked('qemu')).toEqual({ missed: true, unknown: false });
});
