// What the server was started with in, each setting with where it comes from out, without secrets.
import type { Command } from 'commander';
import type { ServingSettings, ToldSetting } from '../http/serving.ts';
import type { Settings } from '../settings.ts';

export function toldSettings(
  serving: Omit<ServingSettings, 'toldSettings'>,
  settings: Settings,
  environment: Readonly<Record<string, string | undefined>>,
  command: Pick<Command, 'getOptionValueSourceWithGlobals'>,
): readonly ToldSetting[] {
  const of = (name: ToldSetting['name'], value: string, option?: string, variable?: string): ToldSetting => {
    const isOption = option !== undefined && command.getOptionValueSourceWithGlobals(option) === 'cli';
    if (isOption) return { name, value, from: 'option', by: `--${dashed(option)}` };
    const isSet = variable !== undefined && (environment[variable] ?? '') !== '';
    return isSet ? { name, value, from: 'environment', by: variable } : { name, value, from: 'default' };
  };
  const yes = (isSo: boolean | undefined) => (isSo === true ? 'yes' : 'no');
  return [
    of('address', serving.publicUrl, 'url'),
    of('data-folder', settings.folderPath, 'data', 'SEKISHO_DATA'),
    of('database', databaseWithoutSecret(settings.databaseUrl), undefined, 'DATABASE_URL'),
    of('keys-folder', settings.keysPath, undefined, 'SEKISHO_KEYS'),
    of('witnesses', settings.witnesses.join(', '), undefined, 'SEKISHO_WITNESS'),
    of('sign-in-provider', settings.provider?.issuer ?? '', undefined, 'SEKISHO_OIDC_ISSUER'),
    of(
      'mail-server',
      settings.mail ? `${settings.mail.host}:${String(settings.mail.port)}` : '',
      undefined,
      (environment['SEKISHO_SMTP_URL'] ?? '') === '' ? 'SEKISHO_SMTP_URL_FILE' : 'SEKISHO_SMTP_URL',
    ),
    of('trusted-proxies', serving.trustedProxies?.join(', ') ?? '', 'behind'),
    of('requests-per-minute', String(serving.requestsPerMinute), 'requestsPerMinute'),
    of('yente-at-root', yes(serving.yenteAtRoot), 'yenteAtRoot'),
    of('assistants', serving.mcp ?? '', 'mcp'),
    of('update-token', yes(serving.updateToken !== undefined), undefined, 'SEKISHO_UPDATE_TOKEN'),
    of('private-downloads', yes(settings.download?.allowsPrivate), undefined, 'SEKISHO_PRIVATE_DOWNLOADS'),
    of('private-webhooks', yes(settings.webhooks?.allowsPrivate), undefined, 'SEKISHO_PRIVATE_WEBHOOKS'),
    of('outgoing-proxy', originOf(settings.download?.proxy?.url), undefined, 'HTTPS_PROXY'),
    of('traces', originOf(settings.traces?.url), undefined, settings.traces?.variable),
  ];
}

const dashed = (option: string) => option.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Where it is, and neither who asks nor with what. */
function databaseWithoutSecret(url: string | undefined): string {
  if (url === undefined) return 'SQLite';
  return URL.canParse(url) ? `PostgreSQL, ${new URL(url).host}${new URL(url).pathname}` : 'PostgreSQL';
}

function originOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : '';
}
