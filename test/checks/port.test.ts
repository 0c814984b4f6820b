import { sameAddress } from '../../src/checks/port';

test.each([
  ['', '192.0.2.1'],
  ['0.0.0.0', '192.0.2.1'],
  ['::', '127.0.0.1'],
  ['*', '2001:db8::1'],
  ['192.0.2.1', '0.0.0.0'],
  ['localhost', '127.0.0.1'],
  ['::1', '127.0.0.1'],
  ['localhost', '::1'],
  ['192.0.2.1', '192.0.2.1'],
])('%j and %j cannot both listen on a port', (one, other) => {
  expect(sameAddress(one, other)).toBe(true);
  expect(sameAddress(other, one)).toBe(true);
});

test.each([
  ['192.0.2.1', '192.0.2.2'],
  ['127.0.0.1', '192.0.2.1'],
  ['localhost', '192.0.2.1'],
])('%j and %j can', (one, other) => {
  expect(sameAddress(one, other)).toBe(false);
});
