// data/signals.yml and the questionnaires in, docs/signals.md out: what each indicator sees, how grave it is, whom it meets without reason.
//
//   node run.mjs scripts/signals-page.ts    writes it anew; a test holds it against the data
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { buildNameReference } from '@sekisho/engine/reference/name-reference.ts';
import { buildSignalReference, type SignalDefinition } from '@sekisho/engine/reference/signal-reference.ts';
import { referenceFiles } from '@sekisho/engine/testing/reference-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = path.join(root, 'docs/signals.md');

if (import.meta.main) writeFileSync(page, await signalsPage());

/** The page as it must be. */
export async function signalsPage(): Promise<string> {
  const { definitions } = buildSignalReference(referenceFiles, buildNameReference(referenceFiles));
  const names = JSON.parse(readFileSync(path.join(root, 'data/messages/en.json'), 'utf8')) as Record<string, string>;
  const signals = [...definitions.values()];
  const families = [...new Set(signals.map(({ family }) => family))];
  const text = `# Signals

Made by \`node run.mjs scripts/signals-page.ts\` from [data/signals.yml](../data/signals.yml).

A signal is one indicator of a front company or of diversion. Each says of an order RAISED, CLEAR, UNKNOWN (what it needs is not
there, which is never CLEAR) or NOT_APPLICABLE, with what was seen and where. They are never added up into a number: a policy says
what follows from which. One raised signal alone is no suspicion, and nothing is raised by a nationality or by the script of a name.

Severity is by what was seen: **B** blocks until a person overrides, **H** high, **M** medium, **L** low, **I** for information. What a
person looks into stands in the questionnaire [reviewer](../data/questionnaires/reviewer.yml): until it is answered, signals that
rest on it are UNKNOWN.

| Id | Signal | Family | Severity |
| --- | --- | --- | --- |
${signals.map((signal) => rowOf(signal, names)).join('\n')}

${families.map((family) => familySection(family, signals, names)).join('\n')}`;
  return format(text, { parser: 'markdown', printWidth: 120 });
}

function rowOf(signal: SignalDefinition, names: Readonly<Record<string, string>>): string {
  const { id, family, severity } = signal;
  const grades = ['B', 'H', 'M', 'L', 'I'].filter((grade) => Object.values(severity).some((given) => given === grade));
  return `| [${id}](#${id.toLowerCase()}) | ${cell(names[`signal.${id}`] ?? '')} | ${family} | ${grades.join(', ')} |`;
}

function familySection(
  family: string,
  signals: readonly SignalDefinition[],
  names: Readonly<Record<string, string>>,
): string {
  const own = signals.filter((signal) => signal.family === family);
  return `## ${family}\n\n${own.map((signal) => sectionOf(signal, names)).join('\n')}`;
}

function sectionOf(signal: SignalDefinition, names: Readonly<Record<string, string>>): string {
  const { id, computes, severity, asked, onlyFor, needs, falsePositives, source } = signal;
  const grades = Object.entries(severity).map(([seen, grade]) => `${seen} **${grade}**`);
  return `### ${id}

**${names[`signal.${id}`] ?? ''}.** ${cell(computes)}.

- Severity: ${grades.join(', ')}
- Needs: ${needs.map((need) => `\`${need}\``).join(', ')}${onlyFor === undefined ? '' : ` (of ${onlyFor} alone)`}
${asked ? `- Asked: ${cell(names[`question.${asked.question}`] ?? '')}\n` : ''}- Meets without reason: ${cell(falsePositives)}
- Source: ${cell(source)}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '\\<');
}
