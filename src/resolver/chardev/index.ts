export { descriptorSets } from './descriptors';
export { planChardev, SOCKET_FD, type ChardevUse } from './plan';
export { hasSpice, refuseSpiceVmc } from './spice';
export { validateChardev } from './validate';
