/** `vcpu/@cpuset` -> `<vcpu cpuset=>`: a path as it stands in the XML. */
const tag = (path: string) => `<${path.replace('/@', ' ')}${path.includes('@') ? '=' : ''}>`;

/** Several; `cards`: so many interfaces have the same. */
export const tags = (paths: readonly string[], cards = 1) =>
  `${paths.map(tag).join(', ')}${cards > 1 ? ` of ${cards} interfaces` : ''}`;
