import { convert } from '../../src/convert';
import { MINIMAL } from '../cli/command';

const errors = (serial: string) =>
  convert(MINIMAL.replace('</domain>', `<devices>${serial}</devices></domain>`), {
    profile: 'libvirt',
  }).diagnostics.filter(({ severity }) => severity === 'error');

test('a protocol that QEMU does not speak is refused of a socket, and has no effect on anything else', () => {
  const tcp = (type: string) =>
    `<serial type='tcp'><source mode='bind' host='::1' service='4555'/><protocol type='${type}'/></serial>`;
  expect(errors(tcp('telnet'))).toEqual([]);
  expect(errors(tcp('tls')).map(({ code }) => code)).toEqual(['value-invalid']);
  expect(errors("<serial type='pty'><protocol type='telnets'/></serial>")).toEqual([]);
});
