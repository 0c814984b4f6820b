/** A LUN on iSCSI as the XML names it: `iqn.2013-07.com.example:iscsi/2` is LUN 2 of that target, 0 if none is written. */
export function iscsiLun(name: string): { readonly target: string; readonly lun: number } {
  const slash = name.indexOf('/');
  if (slash < 0) return { target: name, lun: 0 };
  return { target: name.slice(0, slash), lun: Number.parseInt(name.slice(slash + 1), 10) || 0 };
}
