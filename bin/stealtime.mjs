#!/usr/bin/env node
// Starts the command line from its TypeScript sources; see docs/decisions/0003-run-from-source.md.
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// Ours, not one of the folder that the command is used in: it says what JSX means.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('../cli/main.ts');
