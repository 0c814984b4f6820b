/** sysfs writes `!` where a name has a slash: cciss!c0d0 is /dev/cciss/c0d0. */
export function blockNode(name: string): string {
  return `/dev/${name.replaceAll('!', '/')}`;
}

export function blockName(node: string): string {
  return node.replace(/^\/dev\//, '').replaceAll('/', '!');
}
