// For tests: a mail server of this machine in plain SMTP (RFC 5321), which keeps what it takes and can be down or refuse.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly head: string;
  readonly text: string;
  /** By whom it was handed in, as `user passphrase`. */
  readonly login: string;
}

export interface SmtpListener {
  readonly port: number;
  readonly mails: readonly TakenMail[];
  /** From now on no recipient is taken, or each again. */
  refuse(isRefusing: boolean): void;
  /** Nobody answers any more at its port. */
  stop(): Promise<void>;
  /** At the same port again. */
  start(): Promise<void>;
}

export async function openSmtpListener(): Promise<SmtpListener> {
  const mails: TakenMail[] = [];
  let isRefusing = false;
  let server: Server | undefined;
  let port = 0;
  const start = async () => {
    server = createServer((socket) =>
      converse(socket, { refuses: () => isRefusing, take: (mail) => mails.push(mail) }),
    );
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  };
  await start();
  return {
    port,
    mails,
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
  readonly refuses: () => boolean;
  readonly take: (mail: TakenMail) => void;
}

function converse(socket: Socket, { refuses, take }: Keeper): void {
  let [from, to, data]: [string, string[], string[] | undefined] = ['', [], undefined];
  let [rest, login] = ['', ''];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answer = (line: string) => {
    if (data) {
      if (line !== '.') return void data.push(line.replace(/^\.\./, '.'));
      take({ from, to, login, ...readMail(data.join('\r\n')) });
      [from, to, data] = ['', [], undefined];
      return say('250 taken');
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') return say('250-mail.example\r\n250 AUTH PLAIN');
    if (verb === 'AUTH') {
      login = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0')
        .join(' ')
        .trim();
      return say('235 welcome');
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
  say('220 mail.example');
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
