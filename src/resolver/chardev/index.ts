export { planChardev, type ChardevUse } from './plan';
export { validateChardev } from './validate';
