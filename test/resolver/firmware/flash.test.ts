import { variables } from './variables';

test("variables are in their own format, else in that of their firmware's code", () => {
  expect(variables('', '<nvram>/v</nvram>')).toContain('file=/v,if=pflash,format=raw,');
  expect(variables("format='qcow2'", '<nvram>/v</nvram>')).toContain('file=/v,if=pflash,format=qcow2,');
  expect(variables("format='qcow2'", "<nvram format='raw'>/v</nvram>")).toContain('format=raw,');
});
