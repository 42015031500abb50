// A mail and the server that takes mails in; taken by it, over TLS unless it is this machine, or a problem out.
import { createHash } from 'node:crypto';
import { Problem } from '@sekisho/engine/model/problem.ts';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps`); otherwise from STARTTLS on. */
  readonly isTls: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
  /** The address that mails come from. */
  readonly from: string;
}

interface Mail {
  /** The same however often it is sent: a mail server that saw it can know it again. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What nodemailer throws. */
interface RefusedMail {
  readonly code?: string;
  /** Of the server. */
  readonly responseCode?: number;
  /** Of the connection: `CERT_HAS_EXPIRED`. */
  readonly originalCode?: string;
}

/** Of each step of the conversation; whoever takes longer is asked again. */
const STEP_MS = 10_000;

/** @throws Problem `mail.failed` with the server's code, and no word of it: it may repeat the address. */
export async function sendMail({ id, to, subject, text }: Mail, server: MailServer): Promise<void> {
  // loaded when there is a mail: it takes a tenth of a second, which no other command waits for
  const { createTransport } = await import('nodemailer');
  const isHere = /^(localhost|127\.[\d.]+|::1)$/.test(server.host);
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.isTls,
    requireTLS: !server.isTls && !isHere,
    ignoreTLS: isHere && !server.isTls,
    ...(server.login && { auth: server.login }),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: server.from,
      to,
      subject,
      text,
      messageId: `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${server.from.split('@')[1] ?? ''}>`,
      headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: nobody's absence is told to it
    });
  } catch (error) {
    const { code = 'unknown', responseCode, originalCode } = error as RefusedMail;
    const reason = [code, responseCode ?? originalCode ?? ''].join(' ').trim();
    throw new Problem('mail.failed', { host: server.host, reason }, { cause: error });
  } finally {
    transport.close();
  }
}
