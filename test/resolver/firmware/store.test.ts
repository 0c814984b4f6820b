import { variables } from './variables';

test('variables without a file of theirs are in the format of the template', () => {
  expect(variables("format='raw'", "<nvram template='/t' templateFormat='qcow2'/>")).toContain(
    '/a_VARS.qcow2,if=pflash,format=qcow2,',
  );
});
