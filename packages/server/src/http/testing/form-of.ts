// For tests of routes: fields and files in, the form as a browser sends it out, fields first.

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Default: `file`. */
  readonly field?: string;
}

export async function formOf(
  fields: object,
  files: readonly SentFile[],
): Promise<{ readonly body: Buffer; readonly headers: Record<string, string> }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  for (const { name, bytes, field = 'file' } of files) form.append(field, new Blob([Buffer.from(bytes)]), name);
  const sent = new Response(form);
  return {
    body: Buffer.from(await sent.arrayBuffer()),
    headers: { 'content-type': sent.headers.get('content-type') ?? '' },
  };
}
