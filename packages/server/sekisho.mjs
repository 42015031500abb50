#!/usr/bin/env node
// The command `sekisho`: hands its arguments to the command line in TypeScript, on a Node that can run it.
import { fileURLToPath } from 'node:url';

process.argv.splice(2, 0, fileURLToPath(new URL('./src/cli/main.ts', import.meta.url)));
await import('../../run.mjs');
