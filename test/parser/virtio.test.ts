import { parseIothreadMappings, parseVirtioOptions } from '../../src/parser/virtio';
import { read } from './read';

test('each option is read, and what is not written stays undefined', () => {
  const xml = "<disk><driver iommu='on' ats='off' page_per_vq='on'/></disk>";
  expect(read(xml, parseVirtioOptions)).toEqual({
    value: { iommu: true, ats: false, packed: undefined, pagePerVq: true },
    said: [],
  });
});

test('iothreads with and without queues', () => {
  const xml =
    "<driver><iothreads><iothread id='2'><queue id='1'/><queue id='3'/></iothread><iothread id='1'/></iothreads></driver>";
  expect(read(xml, parseIothreadMappings)).toEqual({
    value: [
      { id: 2, queues: [1, 3] },
      { id: 1, queues: [] },
    ],
    said: [],
  });
  expect(read('<driver/>', parseIothreadMappings).value).toBeUndefined();
});
