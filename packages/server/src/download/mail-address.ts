// A word in, whether mail can be sent to it out: one address, and nothing that could end a line in the head of a mail.

/** RFC 5321, 4.5.3.1.3: a path has 256 octets with its angle brackets. */
const MAX_CHARS = 254;
/** What browsers take for one (HTML, 4.10.5.1.5): ASCII alone, no quotes, no comments. */
const ADDRESS =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

export function isMailAddress(word: string): boolean {
  return word.length <= MAX_CHARS && ADDRESS.test(word);
}
