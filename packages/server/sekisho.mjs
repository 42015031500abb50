#!/usr/bin/env node
// The command `sekisho`: hands its arguments to the command line, TypeScript in a checkout, on a Node that can run it.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = new URL('./src/cli/main.ts', import.meta.url);
const isCheckout = existsSync(source);
process.argv.splice(2, 0, fileURLToPath(isCheckout ? source : new URL('./dist/cli/main.js', import.meta.url)));
await import(isCheckout ? '../../run.mjs' : './run.mjs');
