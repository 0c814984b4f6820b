import { parseController } from '../../src/parser/controller';
import { read } from './read';

const controller = (attributes: string, inner = '') =>
  read(`<controller ${attributes}>${inner}</controller>`, parseController);

test.each(['sata', 'fdc', 'ccid'])('a controller of type %s has no model', (type) => {
  expect(controller(`type='${type}' model='virtio-scsi'`).said).toEqual([
    'attribute-misplaced controller/@model',
  ]);
});

test('0 is no I/O thread, and nothing is no mapping', () => {
  const { value, said } = controller("type='scsi'", "<driver iothread='0'><iothreads/></driver>");
  expect([value?.driver.iothread, value?.driver.iothreads]).toEqual([undefined, undefined]);
  expect(said).toEqual([]);
});
