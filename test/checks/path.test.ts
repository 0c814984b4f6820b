import { check } from '../../src/check';
import type { HostFacts, HostNode } from '../../src/host/facts';

const said = (access: NonNullable<HostFacts['nodes']>[number]['access']) =>
  check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type></os>
<devices><serial type='unix'><source mode='bind' path='/run/x/s.sock'/></serial></devices></domain>`,
    { qemuVersion: '10.0', host: { schema: 1, nodes: [{ path: '/run/x', kind: 'directory', access }] } },
  ).diagnostics.map(({ code }) => code);

test('a folder is denied to nobody of whom it is not known', () => {
  expect(said(undefined)).toEqual([]);
  expect(said('read-write')).toEqual([]);
  expect(said('read-only')).toEqual(['folder-denied']);
});

/** What is missing of the paths of firmware, by what each is, where the host has these files. */
function missing(os: string, ...there: string[]): string[] {
  const paths = ['/fw/CODE.fd', '/fw/ROM.fd', '/fw/T.fd', '/fw/T.json', '/s/vars.fd', '/s/vars.json'];
  const node = (path: string): HostNode => ({ path, kind: there.includes(path) ? 'file' : 'absent' });
  const { diagnostics } = check(
    `<domain type='qemu'><name>a</name><memory unit='MiB'>64</memory><os><type arch='x86_64' machine='q35'>hvm</type>${os}</os></domain>`,
    {
      qemuVersion: '10.0',
      host: {
        schema: 1,
        nodes: [{ path: '/s', kind: 'directory', access: 'read-write' }, ...paths.map(node)],
      },
    },
  );
  return diagnostics.flatMap(({ code, message }) => (code === 'path-missing' ? [message] : []));
}

const FLASH = "<loader readonly='yes' type='pflash'>/fw/CODE.fd</loader>";
const ROM = "<loader type='rom'>/fw/ROM.fd</loader>";

test('nobody reads the template of a store that is there', () => {
  const nvram = `${FLASH}<nvram template='/fw/T.fd'>/s/vars.fd</nvram>`;
  const template = 'the NVRAM template /fw/T.fd is not on this host';
  expect(missing(nvram, '/fw/CODE.fd')).toEqual([template]);
  expect(missing(nvram, '/fw/CODE.fd', '/s/vars.fd')).toEqual([]);
  expect(missing(nvram, '/s/vars.fd')).toEqual(['the firmware /fw/CODE.fd is not on this host']);
  const varstore = `${ROM}<varstore template='/fw/T.json' path='/s/vars.json'/>`;
  expect(missing(varstore, '/fw/ROM.fd')).toEqual([template.replace('T.fd', 'T.json')]);
  expect(missing(varstore, '/fw/ROM.fd', '/s/vars.json')).toEqual([]);
  expect(missing(varstore, '/s/vars.json')).toEqual(['the firmware /fw/ROM.fd is not on this host']);
  const remote = `<nvram type='network' template='/fw/T.fd'><source protocol='nbd'><host name='s'/></source></nvram>`;
  expect(missing(FLASH + remote, '/fw/CODE.fd')).toEqual([template]);
});

test('QEMU makes the store of a ROM where there is none', () => {
  expect(missing(`${ROM}<varstore path='/s/vars.json'/>`, '/fw/ROM.fd')).toEqual([]);
  expect(
    missing(`${ROM}<varstore template='/fw/T.json' path='/s/vars.json'/>`, '/fw/ROM.fd', '/fw/T.json'),
  ).toEqual([]);
});
