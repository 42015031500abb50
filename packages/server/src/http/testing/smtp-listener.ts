// For tests: a mail server of this machine (SMTP, RFC 5321; STARTTLS, RFC 3207), which keeps what it takes and can be down or refuse.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly head: string;
  readonly text: string;
  /** By whom it was handed in, as `user passphrase`. */
  readonly login: string;
  readonly isEncrypted: boolean;
}

export interface SmtpTerms {
  /** TLS from the first byte, or from STARTTLS on; absent: none. */
  readonly way?: 'tls' | 'starttls';
  /** PEM. */
  readonly cert?: string;
  readonly key?: string;
  /** The one that is taken; absent: any. */
  readonly passphrase?: string;
}

export interface SmtpListener {
  readonly port: number;
  readonly mails: readonly TakenMail[];
  /** Every line that it was told outside of mails. */
  readonly said: readonly string[];
  /** From now on no recipient is taken, or each again. */
  refuse(isRefusing: boolean): void;
  /** From its next start on it shows another certificate. */
  renew(certificate: Required<Pick<SmtpTerms, 'cert' | 'key'>>): void;
  /** Nobody answers any more at its port. */
  stop(): Promise<void>;
  /** At the same port again. */
  start(): Promise<void>;
}

export async function openSmtpListener(first: SmtpTerms = {}): Promise<SmtpListener> {
  const mails: TakenMail[] = [];
  const said: string[] = [];
  let terms = first;
  let isRefusing = false;
  let server: Server | undefined;
  let port = 0;
  const start = async () => {
    const keeper = {
      terms,
      refuses: () => isRefusing,
      hear: (line: string) => said.push(line),
      take: (mail: TakenMail) => mails.push(mail),
    };
    const greet = (socket: Socket) => {
      converse(socket, keeper);
      socket.write('220 mail.example\r\n');
    };
    server = terms.way === 'tls' ? createTlsServer(terms, greet) : createServer(greet);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  };
  await start();
  return {
    port,
    mails,
    said,
    renew: (certificate) => {
      terms = { ...terms, ...certificate };
    },
    refuse: (now) => {
      isRefusing = now;
    },
    stop: async () => {
      if (!server?.listening) return;
      server.close();
      await once(server, 'close');
    },
    start,
  };
}

interface Keeper {
  readonly terms: SmtpTerms;
  readonly hear: (line: string) => void;
  readonly refuses: () => boolean;
  readonly take: (mail: TakenMail) => void;
}

function converse(socket: Socket, keeper: Keeper): void {
  const { terms, refuses, hear, take } = keeper;
  const isEncrypted = socket instanceof TLSSocket;
  const offersTls = terms.way === 'starttls' && !isEncrypted;
  let [from, to, data]: [string, string[], string[] | undefined] = ['', [], undefined];
  let [rest, login] = ['', ''];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answer = (line: string) => {
    if (data) {
      if (line !== '.') return void data.push(line.replace(/^\.\./, '.'));
      take({ from, to, login, isEncrypted, ...readMail(data.join('\r\n')) });
      [from, to, data] = ['', [], undefined];
      return say('250 taken');
    }
    const verb = line.slice(0, 4).toUpperCase();
    hear(line);
    if (verb === 'EHLO') return say(`250-mail.example\r\n250 ${offersTls ? 'STARTTLS' : 'AUTH PLAIN'}`);
    if (verb === 'AUTH') {
      login = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0')
        .join(' ')
        .trim();
      const isTaken = terms.passphrase === undefined || login.endsWith(` ${terms.passphrase}`);
      return say(isTaken ? '235 welcome' : '535 5.7.8 not so');
    }
    if (verb === 'STAR' && offersTls) {
      say('220 go on');
      socket.removeAllListeners('data');
      return converse(new TLSSocket(socket, { isServer: true, ...terms }), keeper);
    }
    if (verb === 'STAR') return say('502 no TLS here');
    if (verb === 'QUIT') return socket.end('221 bye\r\n');
    if (verb === 'MAIL') from = addressIn(line);
    if (verb === 'RCPT' && refuses()) return say(`451 4.3.0 <${addressIn(line)}> later`);
    if (verb === 'RCPT') to.push(addressIn(line));
    if (verb === 'DATA') data = [];
    return say(verb === 'DATA' ? '354 go on' : '250 well');
  };
  socket.on('error', () => socket.destroy());
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) answer(line);
  });
}

const addressIn = (line: string) => /<([^>]*)>/.exec(line)?.[1] ?? '';

function readMail(whole: string): Pick<TakenMail, 'head' | 'text'> {
  const end = whole.indexOf('\r\n\r\n');
  const head = whole.slice(0, end);
  const body = whole.slice(end + 4);
  const encoding = /^content-transfer-encoding: (\S+)/im.exec(head)?.[1];
  const unfolded = body.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => byte(hex));
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unfolded : body, 'latin1');
  return { head, text: bytes.toString('utf8') };
}

const byte = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
