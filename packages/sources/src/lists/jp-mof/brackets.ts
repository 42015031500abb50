// Text with brackets in, its pieces inside and outside of them out.

/** Each piece of a text outside of brackets, and each in brackets with what stands in them. */
export function* piecesInAndOutside(text: string): Generator<[piece: string, inner: string | undefined]> {
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(' && depth++ === 0) {
      if (start < at) yield [text.slice(start, at), undefined];
      start = at;
    } else if (text[at] === ')' && --depth === 0) {
      yield [text.slice(start, at + 1), trimmed(text.slice(start + 1, at))];
      start = at + 1;
    }
  }
  if (start < text.length) yield [text.slice(start), undefined];
}

/** What is opened is closed at the end; what is closed and was not opened is left out. */
export function withBothBrackets(text: string): string {
  let depth = 0;
  let written = '';
  for (const sign of text) {
    if (sign === ')' && depth === 0) continue;
    depth += Number(sign === '(') - Number(sign === ')');
    written += sign;
  }
  return written + ')'.repeat(depth);
}

/** Split where a separator stands outside of brackets. */
export function splitOutside(text: string, separators: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    depth = Math.max(0, depth + Number(sign === '(') - Number(sign === ')'));
    if (depth === 0 && separators.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Without blanks, separators and quotes around it, and without brackets that have no other half. */
export function trimmed(text: string): string {
  let name = text;
  for (let before = ''; before !== name;) {
    before = name;
    name = name.replace(/^(?:[\s、,;:・]|-(?=\p{L}))+|[\s、,;:]+$/gu, '');
    name = /^["“”«](.+)["“”»]$/su.exec(name)?.[1] ?? /^「([^「」]+)」$/u.exec(name)?.[1] ?? name;
    const opened = name.split('(').length;
    const closed = name.split(')').length;
    if (opened < closed && name.endsWith(')')) name = name.slice(0, -1);
    if (closed < opened && name.startsWith('(')) name = name.slice(1);
    name = /^\(([^()]+)\)$/u.exec(name)?.[1] ?? name;
  }
  return name;
}

export function isLatin(text: string): boolean {
  return /\p{sc=Latin}/u.test(text) && !/[\p{sc=Katakana}\p{sc=Hiragana}\p{sc=Han}]/u.test(text);
}
