// The environment and the options every command takes in, settings as one value out. Nothing else reads the environment.
import { readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import path from 'node:path';
import { parseCalendarDate, type CalendarDate } from '@sekisho/engine/model/calendar.ts';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { isMailAddress } from './download/mail-address.ts';
import type { DeliverySettings } from './download/post-body.ts';
import type { MailServer } from './download/send-mail.ts';
import { defaultKeysFolder } from './record/signing-key.ts';
import { shippedFolders } from './shipped-folders.ts';
import type { TraceSettings } from './telemetry/tracer.ts';

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
  /** How webhooks are told: `SEKISHO_PRIVATE_WEBHOOKS=allow` lets them be on this machine or in this network, by http too. */
  readonly webhooks?: DeliverySettings;
  /** The identity provider that people may sign in by: `SEKISHO_OIDC_ISSUER`, `_CLIENT`, `_SECRET`. */
  readonly provider?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  /** Where it tells how long each step took: `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT` or `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_SERVICE_NAME`. */
  readonly traces?: TraceSettings & {
    /** That names the address. */
    readonly variable: string;
  };
  /** Who takes mails: `SEKISHO_SMTP_URL` or `SEKISHO_SMTP_URL_FILE`, and `SEKISHO_MAIL_FROM`. */
  readonly mail?: MailServer;
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
  const proxied = proxyUrl !== undefined && { proxy: { url: proxyUrl, ...(notFor !== undefined && { notFor }) } };
  return {
    download: {
      ...(isAllowed('SEKISHO_PRIVATE_DOWNLOADS', environment) && { allowsPrivate: true }),
      ...proxied,
    },
    webhooks: { allowsPrivate: isAllowed('SEKISHO_PRIVATE_WEBHOOKS', environment), ...proxied },
    folderPath: path.resolve(options.data ?? environment['SEKISHO_DATA'] ?? 'sekisho-data'),
    keysPath: path.resolve(environment['SEKISHO_KEYS'] ?? defaultKeysFolder(process.platform, homedir(), environment)),
    witnesses: (environment['SEKISHO_WITNESS'] ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    referencePath: shippedFolders.data,
    userName: userName(),
    ...providerIn(environment),
    ...tracesIn(environment),
    ...mailIn(environment),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(options.simulation !== undefined && { simulation: options.simulation }),
    ...(asOf !== undefined && { asOf }),
  };
}

/** @throws Problem `command.usage` when one of the three is missing, or the address is neither https nor this machine's. */
function providerIn(environment: Readonly<Record<string, string | undefined>>): Pick<Settings, 'provider'> {
  const { SEKISHO_OIDC_ISSUER: issuer, SEKISHO_OIDC_CLIENT: clientId, SEKISHO_OIDC_SECRET: clientSecret } = environment;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return {};
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new Problem('command.usage', {
      reason: 'SEKISHO_OIDC_ISSUER, SEKISHO_OIDC_CLIENT and SEKISHO_OIDC_SECRET are set together',
    });
  if (!/^(https:\/\/.|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/.test(issuer) || !URL.canParse(issuer))
    throw new Problem('command.usage', { reason: 'SEKISHO_OIDC_ISSUER is not an https address' });
  return { provider: { issuer, clientId, clientSecret } };
}

/**
 * Variables as https://opentelemetry.io/docs/specs/otel/protocol/exporter/ has them.
 * @throws Problem `command.usage` when the address is none.
 */
function tracesIn(environment: Readonly<Record<string, string | undefined>>): Pick<Settings, 'traces'> {
  const { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own, OTEL_EXPORTER_OTLP_ENDPOINT: base } = environment;
  const given = own ?? base;
  if (given === undefined) return {};
  const variable = own === undefined ? 'OTEL_EXPORTER_OTLP_ENDPOINT' : 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT';
  if (!/^https?:\/\/./.test(given) || !URL.canParse(given))
    throw new Problem('command.usage', {
      reason: `${variable} is not an address that begins with http:// or https://`,
    });
  const url = own ?? `${given.replace(/\/$/, '')}/v1/traces`;
  return { traces: { url, serviceName: environment['OTEL_SERVICE_NAME'] ?? 'sekisho', variable } };
}

/** @throws Problem `command.usage`, which never quotes the address: it may hold a passphrase. */
function mailIn(environment: Readonly<Record<string, string | undefined>>): Pick<Settings, 'mail'> {
  const { SEKISHO_SMTP_URL: given, SEKISHO_SMTP_URL_FILE: file, SEKISHO_MAIL_FROM: from } = environment;
  if (given === undefined && file === undefined && from === undefined) return {};
  const refuse = (reason: string): never => {
    throw new Problem('command.usage', { reason });
  };
  if (from === undefined || (given === undefined) === (file === undefined))
    return refuse('SEKISHO_MAIL_FROM is set together with one of SEKISHO_SMTP_URL and SEKISHO_SMTP_URL_FILE');
  if (!isMailAddress(from)) refuse('SEKISHO_MAIL_FROM is no address for mail');
  const name = file === undefined ? 'SEKISHO_SMTP_URL' : 'SEKISHO_SMTP_URL_FILE';
  try {
    const url = new URL(given ?? readFileSync(file ?? '', 'utf8').trim());
    const { protocol, hostname, port, username, password, pathname, search, hash } = url;
    const isTls = protocol === 'smtps:';
    const isPlain = ['', '/'].includes(pathname) && search === '' && hash === '';
    if (isPlain && hostname !== '' && (isTls || protocol === 'smtp:'))
      return {
        mail: {
          host: hostname.replaceAll(/[[\]]/g, ''),
          port: port === '' ? (isTls ? 465 : 587) : Number(port),
          isTls,
          ...(username !== '' && {
            login: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
          }),
          from,
        },
      };
  } catch {
    // said below
  }
  return refuse(`${name} does not give an address like smtps://user:passphrase@mail.example:465`);
}

/** @throws Problem `command.usage` for any other word. */
function isAllowed(name: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  const word = environment[name];
  if (word !== undefined && word !== 'allow')
    throw new Problem('command.usage', { reason: `${name} can only be "allow"` });
  return word === 'allow';
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return ''; // a container's user may have no name: then --by must give one
  }
}
