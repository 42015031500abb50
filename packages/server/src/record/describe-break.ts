// The first break of a record in, the sentence that says it out (English).
import type { Break } from '@sekisho/engine/record/first-break.ts';

export function describeBreak({ sequence, kind, reason, facts }: Break): string {
  const found = facts['found'] === undefined ? '' : ` (entry ${facts['found']} was found in its place)`;
  const because = reasonSentences[reason](facts);
  switch (kind) {
    case 'altered':
      return `Entry ${sequence} was altered: ${because}.`;
    case 'removed':
      return facts['lastMissing'] === undefined
        ? `Entry ${sequence} was removed${found}.`
        : `Entries ${sequence} to ${facts['lastMissing']} were removed${found}.`;
    case 'inserted':
      return `An entry numbered ${sequence} was inserted: the record does not lead to it.`;
    case 'reordered':
      return `From entry ${sequence} on, entries stand in another order than they were written in${found}.`;
    case 'rewritten':
      return `The record was rewritten and chained anew somewhere from entry ${facts['firstPossible']} to entry ${sequence}: ${because}.`;
    case 'truncated':
      return `Entry ${sequence} and what followed are gone: ${because}.`;
    case 'rolled-back':
      return `An older copy stands in the record's place, without entry ${sequence} and what followed: ${because}.`;
    case 'checkpoint':
      return `The checkpoint of entry ${sequence} (${sourceWords(facts)}) cannot be relied on: ${because}.`;
  }
}

type Facts = Break['facts'];

const reasonSentences: Record<Break['reason'], (facts: Facts) => string> = {
  'hash-differs': () => 'its fields do not give its hash',
  'seal-differs': () => 'salt and payload do not give its seal',
  'payload-without-salt': () => 'it has a payload and no salt',
  'salt-without-payload': () => 'it has a salt and no payload',
  'sequence-differs': () => 'another entry stands in its place',
  'previous-differs': () => 'it does not follow the entry before it',
  'followed-as-another': () => 'the next entry follows another one in its place',
  'checkpoint-differs': (facts) =>
    `a checkpoint signed at ${facts['signedAt']} (${sourceWords(facts)}) has another hash`,
  'end-missing': (facts) =>
    `the record's own checkpoint of entry ${facts['checkpoint']}, signed at ${facts['signedAt']}, is past its end`,
  'older-than-witnessed': (facts) =>
    `${sourceWords(facts)} knows entry ${facts['checkpoint']}, signed at ${facts['signedAt']}; the record ends with ${facts['lastEntry']}`,
  'other-record': () => 'it is of another record',
  malformed: () => 'its fields are not those of a checkpoint',
  'key-unknown': () => 'its public key is not at hand',
  'key-differs': () => 'the public key at hand is not the one it names',
  'key-not-trusted': (facts) => `it was signed with the key ${facts['keyId']}, which is not trusted`,
  'key-not-rotated': (facts) =>
    `it was signed with the key ${facts['keyId']}, which the key before did not hand over to`,
  'key-retired': (facts) => `it was signed with the key ${facts['keyId']}, which had handed over to another before`,
  'signature-wrong': () => 'its signature is wrong',
};

function sourceWords(facts: Facts): string {
  const words: Record<string, string> = {
    record: 'kept with the record',
    receipt: 'in a receipt kept with the record',
    witness: 'the witness',
    'kept-receipt': 'a receipt kept outside',
  };
  return words[String(facts['from'])] ?? '';
}
