// The environment and the options every command takes in, settings as one value out. Nothing else reads the environment.
import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { defaultKeysFolder } from './record/signing-key.ts';

export interface Settings {
  /** Where editions, and without PostgreSQL the database, are kept. */
  readonly folderPath: string;
  readonly databaseUrl?: string;
  /** Where signing keys are kept: never inside the data folder. */
  readonly keysPath: string;
  /** Folders or URLs that keep checkpoints. */
  readonly witnesses: readonly string[];
  /** How publishers are asked, where it is not as usual. */
  readonly download?: {
    /** `SEKISHO_PRIVATE_DOWNLOADS=allow`: a mirror on this machine or in this network may be asked, by http too. */
    readonly allowsPrivate?: boolean;
    /** `HTTPS_PROXY` and `NO_PROXY`. */
    readonly proxy?: { readonly url: string; readonly notFor?: string };
  };
  /** The product's own `data/`. */
  readonly referencePath: string;
  /** Whether a folder made now is one in which dates are played; undefined: as the folder is, or not. */
  readonly simulation?: boolean;
  /** The day that is played; in a simulation folder only. */
  readonly asOf?: CalendarDate;
  /** Who works here, when nobody else is named. */
  readonly userName: string;
}

/** What every command takes. */
export interface CommonOptions {
  readonly data?: string;
  readonly simulation?: boolean;
  readonly asOf?: string;
}

/** @throws Problem `command.usage` when a value cannot be what it stands for. */
export function readSettings(options: CommonOptions, given: NodeJS.ProcessEnv): Settings {
  // a variable that is set to nothing is not set
  const environment = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && value !== ''),
  );
  const asOf = options.asOf === undefined ? undefined : parseCalendarDate(options.asOf);
  if (options.asOf !== undefined && asOf === undefined)
    throw new Problem('command.usage', { reason: `--as-of ${options.asOf} is not a date YYYY-MM-DD` });
  const databaseUrl = environment['DATABASE_URL'];
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    throw new Problem('command.usage', { reason: 'DATABASE_URL does not begin with postgres:// or postgresql://' });
  const proxyUrl = environment['HTTPS_PROXY'] ?? environment['https_proxy'];
  if (proxyUrl !== undefined && !/^https?:\/\/./.test(proxyUrl))
    throw new Problem('command.usage', { reason: 'HTTPS_PROXY does not begin with http:// or https://' });
  const notFor = environment['NO_PROXY'] ?? environment['no_proxy'];
  const privacy = environment['SEKISHO_PRIVATE_DOWNLOADS'];
  if (privacy !== undefined && privacy !== 'allow')
    throw new Problem('command.usage', { reason: 'SEKISHO_PRIVATE_DOWNLOADS can only be "allow"' });
  return {
    download: {
      ...(privacy === 'allow' && { allowsPrivate: true }),
      ...(proxyUrl !== undefined && { proxy: { url: proxyUrl, ...(notFor !== undefined && { notFor }) } }),
    },
    folderPath: path.resolve(options.data ?? environment['SEKISHO_DATA'] ?? 'sekisho-data'),
    keysPath: path.resolve(environment['SEKISHO_KEYS'] ?? defaultKeysFolder(process.platform, homedir(), environment)),
    witnesses: (environment['SEKISHO_WITNESS'] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    referencePath: fileURLToPath(new URL('../../../data/', import.meta.url)),
    userName: userName(),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(options.simulation !== undefined && { simulation: options.simulation }),
    ...(asOf !== undefined && { asOf }),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // a container's user may have no name: then --by must give one
  }
}
