import { parseDisk } from '../../src/parser/disk';
import { read } from './read';

const wwn = (text: string) => {
  const { value, said } = read(`<disk><target dev='sda'/><wwn>${text}</wwn></disk>`, parseDisk);
  return { wwn: value?.wwn, said };
};

test.each(['5000c50015ea71ab', '0x5000c50015ea71ab'])('%s is a WWN', (text) => {
  expect(wwn(text)).toEqual({ wwn: '5000c50015ea71ab', said: [] });
});

test.each(['xx', '5000c50015ea71a', '5000c50015ea71ab0', '0X5000c50015ea71ab'])("'%s' is no WWN", (text) => {
  expect(wwn(text)).toEqual({ wwn: undefined, said: ['value-invalid disk/wwn'] });
});

test('what is empty is not there, and 0 is none', () => {
  const { value, said } = read(
    "<disk><driver queues='0' queue_size='0'/><target dev='sda'/><serial/><wwn/><vendor/><product/></disk>",
    parseDisk,
  );
  const { serial, wwn: name, vendor, product, driver } = value!;
  expect([serial, name, vendor, product, driver.queues, driver.queueSize]).toEqual(Array(6).fill(undefined));
  expect(said).toEqual([]);
});

test('a <boot> says when', () => {
  expect(read("<disk><target dev='sda'/><boot/></disk>", parseDisk).said).toEqual([
    'value-missing disk/boot',
  ]);
});

test('a rotation rate of 0 is none', () => {
  const { value, said } = read("<disk><target dev='sda' bus='scsi' rotation_rate='0'/></disk>", parseDisk);
  expect({ rate: value?.target.rotationRate, said }).toEqual({ rate: undefined, said: [] });
});
