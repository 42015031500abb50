// What somebody is writing in, the same after the session timed out or the page was left out: kept in this tab alone.
import { useCallback, useEffect, useState } from 'react';

const PREFIX = 'sekisho-draft:';
const OWNER = 'sekisho-person';

/** A value that outlives a sign-out in this tab; `forget` when it was sent. */
export function useDraft<T>(key: string, initial: T): readonly [T, (next: T | ((before: T) => T)) => void, () => void] {
  const place = PREFIX + key;
  const [value, setValue] = useState<T>(() => read(place) ?? initial);
  useEffect(() => {
    if (JSON.stringify(value) === JSON.stringify(initial)) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(value));
    // `initial` is made anew at each drawing and never changes its meaning
  }, [place, value]);
  const forget = useCallback(() => {
    sessionStorage.removeItem(place);
    setValue(initial);
  }, [place]);
  return [value, setValue, forget];
}

/** Nobody sees what another person was writing: true when this tab was another's, whose drafts are gone then. */
export function takeOver(personId: string): boolean {
  const before = sessionStorage.getItem(OWNER);
  const isOther = before !== null && before !== personId;
  if (isOther) forgetDrafts();
  sessionStorage.setItem(OWNER, personId);
  return isOther;
}

export function forgetDrafts(): void {
  sessionStorage.clear();
}

/** Asks before the page is left while something is not sent yet. */
export function useLeaveWarning(isUnsent: boolean): void {
  useEffect(() => {
    if (!isUnsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsent]);
}

function read<T>(place: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(place) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}
