import { convert } from '../../src/convert';
import type { ProfileName } from '../../src/model/profile';
import { MINIMAL } from '../cli/command';

function errors(source: string, reconnect: string, profile: ProfileName) {
  const serial = `<serial type='unix'><source path='/a' ${source}>${reconnect}</source></serial>`;
  return convert(MINIMAL.replace('</domain>', `<devices>${serial}</devices></domain>`), { profile })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

test('a socket that QEMU listens on cannot be told to reconnect, nor libvirt that it cannot', () => {
  const [yes, no] = ["<reconnect enabled='yes' timeout='3'/>", "<reconnect enabled='no'/>"];
  expect(errors("mode='bind'", yes, 'standalone')).toEqual(['chardev-reconnect']);
  expect(errors("mode='bind'", no, 'standalone')).toEqual([]);
  expect(errors("mode='bind'", no, 'libvirt')).toEqual(['chardev-reconnect']);
  for (const reconnect of [yes, no]) expect(errors('', reconnect, 'libvirt')).toEqual([]);
});
