/** Shop software that pages are recognised as, in the order in which they are asked. */
import type { Platform } from '../platforms/platform.ts';

/** Every platform. */
export const PLATFORMS: readonly Platform[] = [];

/** Reads a page by its structure alone, whatever made it. */
export const GENERIC = 'generic';
