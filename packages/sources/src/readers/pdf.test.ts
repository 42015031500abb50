import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import fc from 'fast-check';
import { Problem } from '@sekisho/engine/model/problem.ts';
import { linesOfPage } from './pdf-lines.ts';
import { readPdf } from './pdf.ts';
import { temporaryFile } from './testing/files.ts';
import { pdfOf, stream, widthOfText } from './testing/pdf-file.ts';
import { assertProblem } from './testing/problems.ts';

const whole = pdfOf([
  [
    { text: '見本 Sample', x: 36, y: 700 },
    { text: 'at the foot', x: 50.5, y: 20, size: 8 },
  ],
  [{ text: '二頁', x: 36, y: 700 }],
]);

function read(context: TestContext, content: Uint8Array | string) {
  return readPdf(temporaryFile(context, 'list.pdf', content), 'sample-list');
}

test('the texts of each page with their places', async (context) => {
  assert.deepEqual(await read(context, whole), [
    {
      number: 1,
      texts: [
        { text: '見本 Sample', x: 36, y: 700, width: widthOfText('見本 Sample'), height: 12 },
        { text: 'at the foot', x: 50.5, y: 20, width: widthOfText('at the foot', 8), height: 8 },
      ],
    },
    { number: 2, texts: [{ text: '二頁', x: 36, y: 700, width: 24, height: 12 }] },
  ]);
});

const damaged = Buffer.from(whole);
damaged.set([0xff, 0x00, 0xff], whole.indexOf('stream\n') + 20);

const packed = (content: Buffer) =>
  Buffer.concat([whole, Buffer.from('99 0 obj\n'), stream(content), Buffer.from(whole.subarray(-60))]);

const wrong: readonly { name: string; content: Uint8Array | string; code: Problem['code']; reason: RegExp }[] = [
  { name: 'a web page', content: '<html><title>404</title></html>', code: 'file.unexpected', reason: /not a PDF/ },
  { name: 'an empty file', content: '', code: 'file.unexpected', reason: /not a PDF/ },
  { name: 'a PDF cut off', content: whole.subarray(0, whole.length - 200), code: 'file.unreadable', reason: /cut off/ },
  { name: 'a damaged PDF', content: damaged, code: 'file.unreadable', reason: /damaged/ },
  {
    name: 'a PDF without text',
    content: pdfOf([[], []]),
    code: 'file.unreadable',
    reason: /no text/,
  },
  {
    name: 'a PDF that is locked',
    content: pdfOf(
      [[{ text: 'x', x: 1, y: 1 }]],
      `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> `,
    ),
    code: 'file.unreadable',
    reason: /password/,
  },
  {
    name: 'a PDF that unpacks to gigabytes',
    content: packed(Buffer.alloc(300 << 20)),
    code: 'file.too-large',
    reason: /unpacks/,
  },
  {
    name: 'a PDF of more pages than any list',
    content: pdfOf(Array.from({ length: 2001 }, () => [])),
    code: 'file.too-large',
    reason: /pages/,
  },
  {
    name: 'a letter without a meaning',
    content: pdfOf([[{ text: 'a\ue000b', x: 1, y: 1 }]]),
    code: 'file.encoding',
    reason: /page 1/,
  },
];
for (const { name, content, code, reason } of wrong)
  test(`${name} is refused`, async (context) => {
    const facts = { list: 'sample-list', file: 'list.pdf' };
    await assertProblem(
      async () => {
        try {
          await read(context, content);
        } catch (error) {
          assert.match(String((error as Problem).facts['reason']), reason);
          throw error;
        }
      },
      code,
      facts,
    );
  });

test('whatever bytes are changed, the texts come out or a problem does', { timeout: 120_000 }, async (context) => {
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const content = Buffer.from(whole);
      for (const [at, byte] of changed) content[at] = byte;
      const outcome = await read(context, content).catch((error: unknown) => error);
      assert.ok(Array.isArray(outcome) || outcome instanceof Problem, String(outcome));
    }),
    { numRuns: 25 },
  );
});

test('texts of one height are one line, with blanks where there is room', async (context) => {
  const [page] = await read(
    context,
    pdfOf([
      [
        { text: 'below', x: 36, y: 600 },
        { text: 'two', x: 62, y: 700.5 },
        { text: 'one', x: 36, y: 700 },
        { text: 'joined', x: 80, y: 700 },
      ],
    ]),
  );
  assert.deepEqual(
    (page ? linesOfPage(page) : []).map(({ text, x, right }) => ({ text, x, right })),
    [
      { text: 'one twojoined', x: 36, right: 80 + widthOfText('joined') },
      { text: 'below', x: 36, right: 36 + widthOfText('below') },
    ],
  );
});
