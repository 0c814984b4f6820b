export { descriptorSets } from './descriptors';
export { planChardev, SOCKET_FD, type ChardevUse } from './plan';
export { refuseSecondSclp } from './sclp';
export { hasNoServer, hasSpice, refuseSpiceVmc } from './spice';
export { validateChardev, validatePort } from './validate';
