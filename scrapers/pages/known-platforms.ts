/** Shop software that pages are recognised as, in the order in which they are asked. */
export { PLATFORMS } from '../platforms/platforms.ts';

/** Reads a page by its structure alone, whatever made it. */
export const GENERIC = 'generic';
