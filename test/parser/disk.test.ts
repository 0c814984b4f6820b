import { parseDisk } from '../../src/parser/disk';
import { read } from './read';

const wwn = (text: string) => {
  const { value, said } = read(`<disk><target dev='sda'/><wwn>${text}</wwn></disk>`, parseDisk);
  return { wwn: value.wwn, said };
};

test.each(['5000c50015ea71ab', '0x5000c50015ea71ab'])('%s is a WWN', (text) => {
  expect(wwn(text)).toEqual({ wwn: '5000c50015ea71ab', said: [] });
});

test.each(['xx', '', '5000c50015ea71a', '5000c50015ea71ab0', '0X5000c50015ea71ab'])(
  "'%s' is no WWN",
  (text) => {
    expect(wwn(text)).toEqual({ wwn: undefined, said: ['value-invalid disk/wwn'] });
  },
);

test('a rotation rate of 0 is none', () => {
  const { value, said } = read("<disk><target dev='sda' bus='scsi' rotation_rate='0'/></disk>", parseDisk);
  expect({ rate: value.target.rotationRate, said }).toEqual({ rate: undefined, said: [] });
});
