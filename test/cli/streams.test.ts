import { writeSync } from 'node:fs';
import { ReaderGone, writeOut } from '../../src/cli/streams';

jest.mock('node:fs', () => ({
  ...jest.requireActual<object>('node:fs'),
  writeSync: jest.fn(),
}));

const system = jest.mocked(writeSync);
const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code });
};
/** What the system takes of a write: so many bytes. */
const taking = (count: number) => (_fd: number, bytes: unknown, offset: unknown) => {
  taken.push((bytes as Buffer).subarray(offset as number, (offset as number) + count).toString());
  return count;
};
let taken: string[];
beforeEach(() => {
  taken = [];
  system.mockReset();
});

test('a pipe whose reader is slow gets all, in its time', () => {
  system
    .mockImplementationOnce(taking(3))
    .mockImplementationOnce(failing('EAGAIN'))
    .mockImplementationOnce(failing('EAGAIN'))
    .mockImplementationOnce(taking(3));
  writeOut('abcdef');
  expect(taken).toEqual(['abc', 'def']);
  expect(system).toHaveBeenCalledTimes(4);
});

test('a reader that has gone is no failure of ours, a full disk is', () => {
  system.mockImplementationOnce(failing('EPIPE'));
  expect(() => writeOut('a')).toThrow(ReaderGone);
  system.mockImplementationOnce(failing('ENOSPC'));
  expect(() => writeOut('a')).toThrow('cannot write: the file system is full');
});
