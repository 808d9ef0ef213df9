/** The reference's stylesheet: inside the page and allowed by its hash, so that no other style can apply. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** All of it. */
export const STYLE = readFileSync(new URL('reference.css', import.meta.url), 'utf8');

/** As a Content-Security-Policy names it. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;
