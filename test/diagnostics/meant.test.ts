import { meantOf } from '../../src/diagnostics/meant';

const YES = ['yes', 'no'];
const ON = ['on', 'off'];

test.each([
  ['True', YES, 'yes'],
  ['FALSE', YES, 'no'],
  ['1', ON, 'on'],
  ['0', YES, 'no'],
  ['Enabled', ON, 'on'],
  // Two letters exchanged, and the contrary.
  ['on', YES, 'yes'],
  ['no', ON, 'off'],
  ['off', YES, 'no'],
  [' yes ', YES, 'yes'],
  ['Yes', YES, 'yes'],
  ['yse', YES, 'yes'],
  ['true', ['virtio', 'scsi'], undefined],
  ['virtoi', ['virtio', 'scsi'], 'virtio'],
  ['   virtio\n', ['virtio', 'scsi'], 'virtio'],
  // No answer of the other sense where one is missing.
  ['no', ['on', 'required'], undefined],
  ['1', ['v1', 'v2'], 'v1'],
])('%j of %j may be %j', (value, values, meant) => {
  expect(meantOf(value, values)).toBe(meant);
});
