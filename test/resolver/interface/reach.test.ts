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

describe('what QEMU has no use for on an interface without a tap', () => {
  const reported = (inner: string, profile: ProfileName) =>
    convert(
      `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64'>hvm</type></os>
<devices><interface type='user'><model type='virtio'/>${inner}</interface></devices></domain>`,
      { qemuVersion: '10.0', profile },
    )
      .diagnostics.filter(({ code }) => code.startsWith('interface-'))
      .map(({ severity, message }) => `${severity} ${/'(\w+)'/.exec(message)?.[1] ?? ''}`);

  test.each([
    ["<script path='/etc/up'/>", 'script'],
    ["<backend tap='/dev/net/tun'/>", 'tap'],
    ["<driver queues='2'/>", 'queues'],
  ])('%s is told, and refused as libvirt refuses it', (inner, name) => {
    expect(reported(inner, 'standalone')).toEqual([`warning ${name}`]);
    expect(reported(inner, 'libvirt')).toEqual([`error ${name}`]);
  });

  test.each([
    ["<downscript path='/etc/down'/>", 'downscript'],
    ["<driver queues='1'/>", 'queues'],
  ])('%s is told; libvirt takes it', (inner, name) => {
    for (const profile of ['standalone', 'libvirt'] as const)
      expect(reported(inner, profile)).toEqual([`warning ${name}`]);
  });
});
