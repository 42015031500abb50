// Words on cases in, sent after a moment in which they can be taken back; one after another, as each makes a case vetted anew.
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useLeaveWarning } from './drafts.ts';

/** How long a word can be taken back. */
const UNDO_MS = 6000;

export interface Letter {
  readonly key: string;
  readonly caseId: string;
  /** What it says, for the bar that offers to take it back. */
  readonly label: string;
  readonly send: () => Promise<unknown>;
}

interface Waiting extends Letter {
  readonly state: 'waiting' | 'sending' | 'failed';
  readonly error?: unknown;
}

interface Outbox {
  readonly letters: readonly Waiting[];
  readonly post: (letter: Letter) => void;
  /** Takes the last one back that is not sent yet. */
  readonly undo: () => void;
  readonly retry: (key: string) => void;
  readonly drop: (key: string) => void;
}

const OutboxContext = createContext<Outbox | undefined>(undefined);

export function useOutbox(): Outbox {
  const outbox = use(OutboxContext);
  if (!outbox) throw new Error('a screen stands outside of OutboxProvider');
  return outbox;
}

export function OutboxProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient();
  const [letters, setLetters] = useState<readonly Waiting[]>([]);
  const known = useRef(letters);
  const isSending = useRef(false);
  const change = useCallback((next: (before: readonly Waiting[]) => readonly Waiting[]) => {
    known.current = next(known.current);
    setLetters(known.current);
  }, []);
  const mark = useCallback(
    (key: string, to: Pick<Waiting, 'state' | 'error'>) =>
      change((before) => before.map((letter) => (letter.key === key ? { ...letter, ...to } : letter))),
    [change],
  );
  const sendDue = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    for (let due = known.current.find(isDue); due; due = known.current.find(isDue)) {
      const { key, caseId, send } = due;
      mark(key, { state: 'sending' });
      try {
        await send();
        await client.invalidateQueries({ queryKey: ['case', caseId] });
        void client.invalidateQueries({ queryKey: ['cases'] });
        change((before) => before.filter((letter) => letter.key !== key));
        dueAt.delete(key);
      } catch (error) {
        mark(key, { state: 'failed', error });
      }
    }
    isSending.current = false;
  }, [change, client, mark]);
  const outbox = useMemo<Outbox>(
    () => ({
      letters,
      post: (letter) => {
        dueAt.set(letter.key, Date.now() + UNDO_MS);
        change((before) => [...before.filter(({ key }) => key !== letter.key), { ...letter, state: 'waiting' }]);
        setTimeout(() => void sendDue(), UNDO_MS + 20);
      },
      undo: () =>
        change((before) =>
          before.toSpliced(
            before.findLastIndex(({ state }) => state === 'waiting'),
            1,
          ),
        ),
      retry: (key) => {
        dueAt.set(key, Date.now());
        mark(key, { state: 'waiting' });
        void sendDue();
      },
      drop: (key) => change((before) => before.filter((letter) => letter.key !== key)),
    }),
    [letters, change, mark, sendDue],
  );
  useLeaveWarning(0 < letters.length);
  useEffect(() => {
    document.documentElement.dataset['unsent'] = String(letters.length);
  }, [letters.length]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

const dueAt = new Map<string, number>();

function isDue({ key, state }: Waiting): boolean {
  return state === 'waiting' && (dueAt.get(key) ?? 0) <= Date.now();
}
