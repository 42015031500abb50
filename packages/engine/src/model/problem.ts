// What goes wrong, as a code and its facts. Sentences are made from both at the edge (`data/messages`).

export const problemCodes = [
  'access.denied',
  'access.invitation',
  'access.provider',
  'access.too-many-tries',
  'access.unbound',
  'access.unknown',
  'access.wrong-code',
  'access.wrong-passphrase',
  'alert.not-found',
  'application.unreadable',
  'application.invalid',
  'application.duplicate',
  'application.not-found',
  'backup.damaged',
  'backup.place',
  'batch.input-changed',
  'batch.no-name',
  'batch.not-found',
  'batch.not-ready',
  'batch.other-run',
  'batch.thread',
  'case.disposition-not-allowed',
  'case.erasure-not-allowed',
  'case.not-found',
  'case.note-not-allowed',
  'case.outcome-not-allowed',
  'case.restricted',
  'command.usage',
  'document.not-found',
  'download.failed',
  'download.refused',
  'edition.already-imported',
  'edition.ambiguous',
  'edition.bounds',
  'edition.date',
  'edition.damaged',
  'edition.not-found',
  'edition.older',
  'file.encoding',
  'file.exists',
  'file.not-found',
  'file.too-large',
  'file.unreadable',
  'file.unexpected',
  'entity.not-found',
  'example.invalid',
  'filter.unknown',
  'folder.newer',
  'folder.not-found',
  'folder.not-simulation',
  'folder.simulation-differs',
  'incident.invalid',
  'incident.not-found',
  'incident.not-understood',
  'incident.older',
  'index.damaged',
  'index.outdated',
  'internal',
  'job.lost',
  'job.not-found',
  'list.column-count',
  'list.date',
  'list.duplicate-record',
  'list.missing-field',
  'list.unexpected-shape',
  'list.unknown-column',
  'list.unknown-reference',
  'list.unknown-value',
  'mail.failed',
  'mapping.invalid',
  'merge.contradiction',
  'name.too-long',
  'person.invalid',
  'person.not-found',
  'policy.invalid',
  'policy.not-found',
  'policy.not-put-in-force',
  'record.broken',
  'record.key',
  'record.unreadable',
  'record.unsigned',
  'setting.invalid',
  'reference.invalid',
  'retention.invalid',
  'register.gap',
  'register.no-base',
  'request.csrf',
  'request.invalid',
  'request.not-found',
  'request.repeated',
  'request.too-many',
  'source.no-address',
  'search.thread',
  'source.unknown',
  'store.busy',
  'store.failed',
  'trace.unreachable',
  'webhook.failed',
  'webhook.invalid',
  'webhook.not-found',
  'witness.contradiction',
  'witness.place',
  'witness.refused',
  'witness.unreachable',
] as const;

export type ProblemCode = (typeof problemCodes)[number];
export type ProblemFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** The one error of the product: a code of the catalogue and the facts that make it concrete (list, line, column, value). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, facts: ProblemFacts = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(facts)}`, options);
    this.name = 'Problem';
    this.code = code;
    this.facts = facts;
  }
}

/** A problem with one record of many: it travels beside the good records instead of being thrown. */
export interface RecordProblem {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
}
