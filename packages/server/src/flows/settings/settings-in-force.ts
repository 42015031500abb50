// What an administrator changed while the server runs in, the value that counts out; each change is sealed, and the record is where they are kept.
import type { Instant } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import type { OpenEntry } from '@sekisho/engine/model/record-entry.ts';
import type { StoreReader } from '../../store/store.ts';
import { checkedWord } from '../case-word.ts';
import { lowestThreshold } from '../lowest-threshold.ts';
import type { Parts } from '../parts.ts';
import { permit } from '../permit.ts';

export const changeableSettings = [
  'session.hours',
  'session.idle-minutes',
  'requests.per-minute',
  'screening.min-score',
] as const;
export type ChangeableSetting = (typeof changeableSettings)[number];

export interface SettingInForce {
  readonly name: ChangeableSetting;
  readonly value: number;
  /** What counts while nobody changed it. */
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** Of the last change; absent: as it is usual. */
  readonly changed?: { readonly by: string; readonly at: Instant; readonly reason: string };
}

/** What is known only to whoever started the server. */
export interface StartedWith {
  readonly requestsPerMinute: number;
}

/** NIST SP 800-63B, AAL2: signed in anew after twelve hours, or thirty minutes without a request; ASVS 3.3.2 asks the same. */
const SESSION_HOURS = 12;
const IDLE_MINUTES = 30;
const HOUR_MS = 3_600_000;
export const LONGEST_SESSION_MS = SESSION_HOURS * HOUR_MS;

export async function settingsInForce(started: StartedWith, parts: Parts): Promise<readonly SettingInForce[]> {
  permit(parts, 'settings.read');
  return settingsOf(await changesIn(parts.store), started, parts);
}

/**
 * @param value undefined: as it is usual again.
 * @throws Problem `setting.invalid` for a value out of its bounds, nobody named or no reason.
 */
export async function changeSetting(
  { name, value, reason }: { readonly name: ChangeableSetting; readonly value?: number; readonly reason: string },
  started: StartedWith,
  parts: Parts,
): Promise<readonly SettingInForce[]> {
  permit(parts, 'settings.change');
  const refuse = (why: string): never => {
    throw new Problem('setting.invalid', { setting: name, reason: why });
  };
  const word = checkedWord({ by: parts.actor.name, reason }, 'changes it', refuse);
  const { least, most } = boundsOf(started, parts)[name];
  if (value !== undefined && !(least <= value && value <= most && (most <= 1 || Number.isInteger(value))))
    refuse(`it is between ${String(least)} and ${String(most)}`);
  await parts.store.write((writer) =>
    writer.seal('setting-changed', name, { name, ...(value !== undefined && { value }), ...word }, parts.clock()),
  );
  return settingsOf(await changesIn(parts.store), started, parts);
}

/** How long somebody stays signed in, milliseconds. */
export async function sessionLimits(
  reader: StoreReader,
): Promise<{ readonly wholeMs: number; readonly idleMs: number }> {
  const changes = await changesIn(reader);
  const hours = changes.get('session.hours')?.value ?? SESSION_HOURS;
  const minutes = changes.get('session.idle-minutes')?.value ?? IDLE_MINUTES;
  return { wholeMs: hours * HOUR_MS, idleMs: minutes * 60_000 };
}

/** Of one key, person or address. */
export async function requestsPerMinute(reader: StoreReader, started: StartedWith): Promise<number> {
  return (await changesIn(reader)).get('requests.per-minute')?.value ?? started.requestsPerMinute;
}

/** The least score that a name is screened with when none is asked for, 0 to 1: never more than what any vetting would show. */
export async function usualMinScore(parts: Parts): Promise<number> {
  const lowest = lowestThreshold(parts);
  return Math.min(lowest, (await changesIn(parts.store)).get('screening.min-score')?.value ?? lowest);
}

interface Bounds {
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

/** A session can be made shorter than usual, and more can be shown, never the other way. */
function boundsOf(
  started: StartedWith,
  parts: Pick<Parts, 'policies' | 'reference'>,
): Readonly<Record<ChangeableSetting, Bounds>> {
  const lowest = lowestThreshold(parts);
  return {
    'session.hours': { usual: SESSION_HOURS, least: 1, most: SESSION_HOURS },
    'session.idle-minutes': { usual: IDLE_MINUTES, least: 5, most: IDLE_MINUTES },
    'requests.per-minute': { usual: started.requestsPerMinute, least: 60, most: 10_000_000 },
    'screening.min-score': { usual: lowest, least: 0.1, most: lowest },
  };
}

interface SealedChange {
  readonly value?: number;
  readonly by: string;
  readonly reason: string;
}

/** The last change of each. */
async function changesIn(
  reader: Pick<StoreReader, 'entriesAbout'>,
): Promise<ReadonlyMap<string, SealedChange & { readonly at: Instant }>> {
  const entries = (await reader.entriesAbout(changeableSettings)).filter(({ kind }) => kind === 'setting-changed');
  return new Map(entries.map((entry: OpenEntry) => [entry.subject, { ...changeIn(entry), at: entry.at }]));
}

function changeIn({ payload = '{}' }: OpenEntry): SealedChange {
  return JSON.parse(payload) as SealedChange;
}

function settingsOf(
  changes: Awaited<ReturnType<typeof changesIn>>,
  started: StartedWith,
  parts: Parts,
): readonly SettingInForce[] {
  const bounds = boundsOf(started, parts);
  return changeableSettings.map((name) => {
    const { usual, least, most } = bounds[name];
    const { value = usual, by, at, reason } = changes.get(name) ?? {};
    const changed = by !== undefined && at !== undefined && reason !== undefined && { changed: { by, at, reason } };
    return { name, value: Math.min(value, most), usual, least, most, ...changed };
  });
}
