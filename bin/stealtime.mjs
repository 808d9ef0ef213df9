#!/usr/bin/env node
// Starts the command line from its TypeScript sources; see docs/decisions/0003-run-from-source.md.
import { register } from 'tsx/esm/api';

register();
await import('../cli/main.ts');
