import { command, PROJECT } from './command';

test('--only given twice has the buses of both kinds, as --only of a conversion adds up', () => {
  const guest = `${PROJECT}/examples/scsi-lun/guest.xml`;
  const kinds = (...only: string[]) => {
    const args = ['tree', '--host', 'none', '-o', 'json', ...only.flatMap((kind) => ['--only', kind]), guest];
    const { buses } = JSON.parse(command(args).stdout) as { buses: { kind: string }[] };
    return [...new Set(buses.map(({ kind }) => kind))].sort();
  };
  expect(kinds('scsi')).toEqual(['scsi']);
  expect(kinds('scsi', 'isa')).toEqual(['isa', 'scsi']);
  expect(command(['tree', '--only', 'nonesuch', guest])).toMatchObject({ status: 2 });
});
