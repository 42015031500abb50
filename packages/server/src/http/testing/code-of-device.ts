// For tests of a second factor: the secret of a device and a moment in, the code that the device shows then out.
import { Secret, TOTP } from 'otpauth';

/** @param at milliseconds since 1970. */
export function codeOfDevice(secret: string, at: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
}
