// Test files in (arguments), one suite of each out, run one after the other in this process: what they import is loaded once.
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';

// a file's own hooks are those of its suite
for (const file of process.argv.slice(2))
  void describe(file, async () => void (await import(pathToFileURL(file).href)));
