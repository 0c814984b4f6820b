import { iscsiLun } from '../../src/model/iscsi-name';

test.each([
  ['iqn.2024-01.org.example:a', 'iqn.2024-01.org.example:a', 0],
  ['iqn.2024-01.org.example:a/', 'iqn.2024-01.org.example:a', 0],
  ['iqn.2024-01.org.example:a/7', 'iqn.2024-01.org.example:a', 7],
  ['iqn.2024-01.org.example:a/07', 'iqn.2024-01.org.example:a', 7],
])('%s', (name, target, lun) => {
  expect(iscsiLun(name)).toEqual({ target, lun });
});
