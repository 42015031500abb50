// `sekisho story`: plays a case of `cases/` scene by scene through the commands a person would type.
import { mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { paint } from '../answer.ts';
import { readStory, type Scene } from '../story.ts';
import { exitCodes } from '../answer.ts';
import type { Cli } from '../run.ts';
import { shippedFolders } from '../../shipped-folders.ts';

const { foundingCase } = shippedFolders;

/** Runs the words of a command line. */
export type RunArguments = (args: readonly string[], cli: Cli) => Promise<void>;

export function storyCommand(program: Command, cli: Cli, runArguments: RunArguments): void {
  program
    .command('story')
    .description('the founding case, played on invented people and companies in a simulation folder')
    .action(async () => {
      const scenes = readStory(await readFile(path.join(foundingCase, 'story.yml'), 'utf8'));
      const stage = await mkdtemp(path.join(tmpdir(), 'sekisho-story-'));
      const unexpected = await playStory(scenes, stage, cli, runArguments);
      cli.out(
        `\n${paint('bold', 'The end.')} All of it is invented. The data folder is still there to look around in:\n` +
          `  npx sekisho --data ${path.join(stage, 'data')} --as-of 2021-12-29 applications list\n`,
      );
      cli.exit(unexpected === 0 ? exitCodes.ok : exitCodes.failed);
    });
}

/** Runs every command of every scene on a stage of its own; gives how many ended otherwise than the story says. */
export async function playStory(
  scenes: readonly Scene[],
  stage: string,
  cli: Cli,
  runArguments: RunArguments,
): Promise<number> {
  await mkdir(path.join(stage, 'witness'), { recursive: true });
  let unexpected = 0;
  for (const { date, title, text, commands } of scenes) {
    cli.out(`\n${paint(['bold', 'cyan'], `${date}  ${title}`)}\n${text.trimEnd()}\n`);
    for (const { run, exit } of commands) {
      cli.out(`\n${paint('dim', `$ sekisho ${run.map(typed).join(' ')}`)}\n`);
      let code = -1;
      const stageCli = {
        ...cli,
        environment: {
          ...cli.environment,
          DATABASE_URL: undefined,
          SEKISHO_KEYS: path.join(stage, 'keys'),
          SEKISHO_WITNESS: path.join(stage, 'witness'),
        },
        exit: (ended: number) => {
          code = ended;
        },
      };
      const folder = ['--simulation', '--data', path.join(stage, 'data'), '--as-of', date];
      await runArguments([...folder, ...run.map((word) => resolved(word, stage))], stageCli);
      if (code === exit) continue;
      unexpected += 1;
      cli.err(`${paint('red', 'error')}: ended with ${String(code)}, the story says ${String(exit)}\n`);
    }
  }
  return unexpected;
}

/** As a person would type it, from the folder of the project. */
function typed(word: string): string {
  const plain = word.replace(/^case:/, 'cases/founding-case/').replace(/^stage:/, '');
  return /\s/.test(plain) ? `"${plain}"` : plain;
}

/** Files of the case are named from its folder; what the story makes, from the stage (`stage:`). */
function resolved(word: string, stage: string): string {
  if (word.startsWith('case:')) return path.join(foundingCase, word.slice('case:'.length));
  if (word.startsWith('stage:')) return path.join(stage, word.slice('stage:'.length));
  return word;
}
