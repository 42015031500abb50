// What a person says about a case in, the name and the reason that are kept of it out; what says nothing is refused.

export interface CaseWord {
  readonly by: string;
  readonly reason: string;
}

/** Says why not, and ends it. */
export type Refuse = (reason: string) => never;

/** A reason shorter than this says nothing to whoever reads it in five years. */
const MIN_REASON_CHARS = 10;

/** @param does `decides`, `disposes of it`: what somebody must be named for. */
export function checkedWord(word: CaseWord, does: string, refuse: Refuse): CaseWord {
  const by = named(word.by, does, refuse);
  const reason = word.reason.trim();
  if (reason.length < MIN_REASON_CHARS) refuse(`a reason has at least ${String(MIN_REASON_CHARS)} characters`);
  return { by, reason };
}

/** Who says it. */
export function named(by: string, does: string, refuse: Refuse): string {
  return by.trim() === '' ? refuse(`somebody ${does}: name them`) : by.trim();
}
