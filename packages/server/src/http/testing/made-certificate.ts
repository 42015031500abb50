// For tests: names and days in, a certificate that signs itself (X.509 v3, RFC 5280) and its key out, made here and known to nobody.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface MadeCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateTerms {
  /** IPv4 addresses that it stands for. */
  readonly addresses: readonly string[];
  readonly from?: Date;
  readonly until?: Date;
}

const DAY_MS = 86_400_000;

export function madeCertificate({
  addresses,
  from = new Date(Date.now() - DAY_MS),
  until = new Date(Date.now() + DAY_MS),
}: CertificateTerms): MadeCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(set(sequence(OID.commonName, tagged(0x0c, Buffer.from(randomBytes(8).toString('hex'))))));
  const named = sequence(...addresses.map((address) => tagged(0x87, Buffer.from(address.split('.').map(Number)))));
  const extension = (id: Buffer, value: Buffer) => sequence(id, tagged(0x04, value));
  const toBeSigned = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1, ...randomBytes(8)])),
    sequence(OID.ecdsaWithSha256),
    name,
    sequence(time(from), time(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(
      0xa3,
      sequence(
        extension(OID.subjectAltName, named),
        extension(OID.basicConstraints, sequence(tagged(0x01, Buffer.from([0xff])))),
      ),
    ),
  );
  const signature = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toBeSigned, privateKey)]));
  const der = sequence(toBeSigned, sequence(OID.ecdsaWithSha256), signature);
  const lines = der.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

const OID = {
  commonName: Buffer.from('0603550403', 'hex'),
  ecdsaWithSha256: Buffer.from('06082a8648ce3d040302', 'hex'),
  subjectAltName: Buffer.from('0603551d11', 'hex'),
  basicConstraints: Buffer.from('0603551d13', 'hex'),
};

const sequence = (...parts: readonly Buffer[]) => tagged(0x30, Buffer.concat(parts));
const set = (...parts: readonly Buffer[]) => tagged(0x31, Buffer.concat(parts));

/** GeneralizedTime. */
const time = (moment: Date) => tagged(0x18, Buffer.from(`${moment.toISOString().replaceAll(/[-:T]|\.\d+/g, '')}`));

/** DER: tag, length, content. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}
