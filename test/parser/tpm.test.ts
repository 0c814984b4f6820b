import { convert } from '../../src/convert';

/** The errors of a TPM in software, and how its state is made. */
function made(profile: string) {
  const { diagnostics, plan } = convert(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64'>hvm</type></os>
<devices><tpm><backend type='emulator' version='2.0'>${profile}</backend></tpm></devices></domain>`,
    { qemuVersion: '10.0' },
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { errors, commands: JSON.stringify(plan?.hostSteps) };
}

test('a profile of a TPM needs no name: swtpm has one of its own', () => {
  const named = made("<profile source='default-v1'/>");
  expect(named.errors).toEqual([]);
  expect(named.commands).toContain('--profile-name default-v1');
  const nameless = made("<profile name='default-v1'/>");
  expect(nameless.errors).toEqual([]);
  expect(nameless.commands).toContain('--tpm2');
  expect(nameless.commands).not.toContain('--profile-name');
});
