// The command line of this process: its arguments in, one command run. `sekisho --help` documents commands and exit codes.
import { newCli } from './run.ts';
import { runArguments } from './run-arguments.ts';

// who reads no further (`| head`) has seen enough: the work is done and keeps its exit code
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

const cli = newCli({
  environment: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  exit: (code) => {
    process.exitCode = code;
  },
});
await runArguments(process.argv.slice(2), cli);
