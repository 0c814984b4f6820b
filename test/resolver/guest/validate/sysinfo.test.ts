import { convert } from '../../../../src/convert';

const [ONE, OTHER] = ['b0a67f1c-1d1e-4f4e-8a3a-0f7f7a5b0c11', 'c0a67f1c-1d1e-4f4e-8a3a-0f7f7a5b0c11'];

/** What is said of a uuid in the tables of firmware, beside those of the domain. */
function said(own: string, inTables: string): string[] {
  const { diagnostics } = convert(
    `<domain type='qemu'><name>a</name>${own}<memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type><smbios mode='sysinfo'/></os>
<sysinfo type='smbios'><system><entry name='uuid'>${inTables}</entry></system></sysinfo></domain>`,
    { qemuVersion: '10.0' },
  );
  return diagnostics.map(({ message }) => message).filter((message) => message.includes('uuid'));
}

test('a guest has one uuid, however it is written', () => {
  const differs = "the uuid differs from the domain's";
  expect(said(`<uuid>${ONE}</uuid>`, ONE)).toEqual([]);
  expect(said(`<uuid>${ONE}</uuid>`, ONE.toUpperCase())).toEqual([]);
  expect(said(`<uuid>${ONE}</uuid>`, OTHER)).toEqual([differs]);
  expect(said('', OTHER)).toEqual([]);
});

test('what the guest sees counts, where that is another than its name to the host', () => {
  const both = `<uuid>${ONE}</uuid><hwuuid>${OTHER}</hwuuid>`;
  expect(said(both, OTHER)).toEqual([]);
  expect(said(both, ONE)).toHaveLength(1);
});

test('a uuid is 32 hexadecimal digits', () => {
  expect(said('', 'mine')).toEqual(["'mine' is no uuid"]);
  expect(said(`<uuid>${ONE}</uuid>`, `${ONE}0`)).toEqual([`'${ONE}0' is no uuid`]);
});
