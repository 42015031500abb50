// Who works with the product: people and programs, what they are there for, and what each may do.
import type { CalendarDate, Instant } from './calendar.ts';

/** What somebody is there for. */
export const duties = ['submitter', 'analyst', 'officer', 'administrator', 'auditor', 'service'] as const;
/**
 * `submitter` hands in orders and is told what the applicant is told; `analyst` works on cases; `officer` decides them and
 * keeps lists; `administrator` keeps people, keys and settings and decides nothing; `auditor` reads everything;
 * `service` is a program that hands in orders and screens.
 */
export type Duty = (typeof duties)[number];

/** Somebody who can sign in. */
export interface Person {
  readonly id: string;
  /** As it stands beside what they say; no two people have the same. */
  readonly name: string;
  readonly duties: readonly Duty[];
  /** BCP 47; absent: the language of the browser. */
  readonly language?: string;
  readonly isDisabled: boolean;
  readonly createdAt: Instant;
}

/** What a program shows instead of signing in; its secret is known to nobody here. */
export interface AccessKey {
  readonly id: string;
  readonly name: string;
  readonly duties: readonly Duty[];
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** The last day on which it is taken. */
  readonly expiresOn?: CalendarDate;
  readonly endedAt?: Instant;
}

/** Whoever a piece of work is done for. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly duties: readonly Duty[];
}

/** Acts, with the duties that each is part of. */
export const dutiesByAct = {
  'application.submit': ['submitter', 'analyst', 'officer', 'service'],
  'application.read': ['analyst', 'officer', 'auditor'],
  /** What the applicant is told of an order that one handed in oneself. */
  'application.follow': ['submitter', 'analyst', 'officer', 'auditor', 'service'],
  'case.read': ['analyst', 'officer', 'auditor'],
  'case.work': ['analyst', 'officer'],
  'case.decide': ['analyst', 'officer'],
  'case.confirm': ['officer'],
  /** Nothing of a case is erased while it is held. */
  'case.hold': ['officer'],
  'case.erase': ['officer'],
  /** What is kept of a case is kept and not used. */
  'case.restrict': ['officer'],
  'retention.read': ['officer', 'auditor'],
  /** To find all that is kept of a person, and give it out. */
  'person.export': ['officer'],
  'name.screen': ['analyst', 'officer', 'auditor', 'service'],
  'register.look-up': ['analyst', 'officer', 'auditor', 'service', 'submitter'],
  'source.read': ['analyst', 'officer', 'administrator', 'auditor', 'service'],
  'source.import': ['officer', 'administrator'],
  'alert.read': ['analyst', 'officer', 'auditor'],
  'incident.read': ['analyst', 'officer', 'auditor'],
  'incident.import': ['officer'],
  'look-back.run': ['officer', 'administrator'],
  /** Which there are: an order names one. */
  'policy.list': ['submitter', 'analyst', 'officer', 'administrator', 'auditor', 'service'],
  /** To keep another version, and to put it in force: two people. */
  'policy.change': ['officer', 'administrator'],
  'policy.read': ['analyst', 'officer', 'administrator', 'auditor'],
  'record.read': ['officer', 'auditor'],
  'record.export': ['officer', 'auditor'],
  'person.read': ['analyst', 'officer', 'administrator', 'auditor'],
  'person.manage': ['administrator'],
  'job.read': ['administrator', 'officer', 'auditor'],
  'job.manage': ['administrator'],
  'webhook.manage': ['administrator'],
  'report.read': ['officer', 'administrator', 'auditor'],
  'metrics.read': ['administrator', 'auditor', 'service'],
  'settings.read': ['administrator', 'auditor', 'officer'],
  'settings.change': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Duty[]>>;
export type Act = keyof typeof dutiesByAct;

export function mayAct({ duties: held }: Pick<Actor, 'duties'>, act: Act): boolean {
  const needed: readonly Duty[] = dutiesByAct[act];
  return held.some((duty) => needed.includes(duty));
}

/** Whoever holds the data folder itself: the command line. */
export function operator(name: string): Actor {
  return { id: 'operator', name, duties };
}

/** Who has not said who they are: may do nothing. */
export const nobody: Actor = { id: 'nobody', name: '', duties: [] };
