import type { Emitted } from '../../src/emitter/emitted';
import { serverSockets } from '../../src/launcher/server-sockets';

const socket = (value: Readonly<Record<string, unknown>>, backend = 'socket') =>
  ({ arg: { form: 'chardev', backend, value } }) as unknown as Emitted;

test('QEMU leaves the files of sockets that it made, and of no others', () => {
  const emitted = [
    socket({ path: '/run/a', server: true }),
    socket({ path: '/run/b' }),
    socket({ host: 'localhost', port: 1, server: true }),
    socket({ path: '/dev/pts/0', server: true }, 'serial'),
  ];
  expect(serverSockets(emitted)).toEqual(['/run/a']);
});
