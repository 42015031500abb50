// `sekisho explain`: how a name is read.
import { analyseName } from '@sekisho/engine/names/analyse-name.ts';
import { describeName } from '@sekisho/engine/names/describe-name.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { Command } from 'commander';
import { openReference } from '../../open-parts.ts';
import { paint } from '../answer.ts';
import { runCommand, type Cli } from '../run.ts';
import { schemaFrom } from '../options.ts';

/** Readings shown of a word; `--json` has all. */
const SHOWN_READINGS = 12;

export function explainCommand(program: Command, cli: Cli): void {
  program
    .command('explain')
    .argument('<name>', 'in any script')
    .description('show how a name is read: words, script, readings, titles, legal forms')
    .option('--schema <schema>', 'what it is the name of', 'LegalEntity')
    .action(async (text: string, options: { schema: string }, command: Command) => {
      await runCommand(command, cli, async (settings) => {
        if (text.trim() === '') throw new Problem('command.usage', { reason: 'the name is empty' });
        const { names } = await openReference(settings);
        const description = describeName(analyseName({ text }, names, schemaFrom(options.schema)), names);
        const { words, titles, legalForms } = description;
        return {
          json: { ...description },
          text: [
            paint('bold', text),
            ...words.map(({ text: word, script, kind, role, latin, readings }) => {
              const spoken = readings.filter(({ tradition }) => tradition !== 'korean'); // those are sound classes, not spellings
              const shown = spoken.slice(0, SHOWN_READINGS).map((reading) => `${reading.text} (${reading.system})`);
              const more = spoken.length - shown.length;
              return (
                `  ${word}  ${[script, kind, role].filter((part) => part !== undefined).join(', ')}` +
                (latin === undefined ? '' : `, in Latin letters ${latin}`) +
                (shown.length === 0
                  ? ''
                  : `\n      read ${shown.join(', ')}${0 < more ? ` and ${String(more)} more` : ''}`)
              );
            }),
            ...(titles.length === 0 ? [] : [`  titles: ${titles.join(', ')}`]),
            ...legalForms.map(({ display, position }) => `  legal form: ${display}, ${position} the name`),
          ].join('\n'),
        };
      });
    });
}
