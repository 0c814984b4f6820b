/** `vcpu/@cpuset` -> `<vcpu cpuset=>`: a path as it stands in the XML. */
export const tag = (path: string) => `<${path.replace('/@', ' ')}${path.includes('@') ? '=' : ''}>`;
