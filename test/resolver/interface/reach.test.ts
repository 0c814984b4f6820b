import { convert } from '../../../src/convert';
import type { ProfileName } from '../../../src/model/profile';

/** What is said of the VLAN of an interface, and how gravely. */
function said(type: string, profile: ProfileName): string[] {
  const { diagnostics } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64'>hvm</type></os>
<devices><interface ${type}<vlan><tag id='42'/></vlan></interface></devices></domain>`,
    { qemuVersion: '10.0', profile },
  );
  return diagnostics.filter(({ message }) => message.includes("'vlan'")).map(({ severity }) => severity);
}

test('who is given a tap of its own tags its frames itself, and libvirt refuses to be asked', () => {
  for (const type of ["type='ethernet'>", "type='user'>"]) {
    expect(said(type, 'standalone')).toEqual(['warning']);
    expect(said(type, 'libvirt')).toEqual(['error']);
  }
  for (const profile of ['standalone', 'libvirt'] as const)
    expect(said("type='bridge'><source bridge='br0'/>", profile)).toEqual([]);
});
