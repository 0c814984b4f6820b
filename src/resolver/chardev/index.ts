export { descriptorSets } from './descriptors';
export { planChardev, SOCKET_FD, type ChardevUse } from './plan';
export { validateChardev } from './validate';
