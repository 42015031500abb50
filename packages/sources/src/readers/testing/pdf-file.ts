// For tests: texts with their places in, the bytes of a PDF out, whose letters are as wide as those of a Japanese typewriter.
import { deflateSync } from 'node:zlib';

export interface PlacedText {
  readonly text: string;
  /** In points, from the left side and from the foot of the page. */
  readonly x: number;
  readonly y: number;
  /** 12 where it is left out. */
  readonly size?: number;
}

/** Japanese letters are as wide as high, Latin ones half as wide. */
export function widthOfText(text: string, size = 12): number {
  return [...text].reduce((sum, letter) => sum + (isNarrow(letter) ? 0.5 : 1) * size, 0);
}

/**
 * A PDF of A4 pages. Its font is not in it, only what its codes mean: they are those of UTF-16.
 * @param extra entries of the trailer: `/Encrypt …`.
 */
export function pdfOf(pages: readonly (readonly PlacedText[])[], extra = ''): Buffer {
  const pageNumbers = pages.map((_, index) => 7 + 2 * index);
  const texts = pages.flat().map(({ text }) => text);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /FontDescriptor 5 0 R /DW 1000 /W [32 591 500] /CIDToGIDMap /Identity ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>',
    '<< /Type /FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 ' +
      '/CapHeight 700 /StemV 80 >>',
    stream(meanings(texts)),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + 2 * index} 0 R >>`,
      stream(page.map(shown).join('\n')),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const lengthSoFar = () => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((object, index) => {
    offsets.push(lengthSoFar());
    parts.push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${extra}>>\nstartxref\n${lengthSoFar()}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`)]);
}

/** A stream of a PDF, packed. */
export function stream(content: string | Buffer, dictionary = '/Filter /FlateDecode'): Buffer {
  const packed = deflateSync(content);
  const head = `<< /Length ${packed.length} ${dictionary} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

function shown({ text, x, y, size = 12 }: PlacedText): string {
  const codes = [...text].map((letter) => hex(letter.charCodeAt(0))).join('');
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`;
}

/** What the codes mean: a range for each 256 of them, because a range may not go beyond. */
function meanings(texts: readonly string[]): string {
  const blocks = new Set(texts.flatMap((text) => [...text].map((letter) => letter.charCodeAt(0) >> 8)));
  const ranges = [...blocks].map((block) => `<${hex(block << 8)}> <${hex((block << 8) | 255)}> <${hex(block << 8)}>`);
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CMapName /Sample def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange',
    `${ranges.length} beginbfrange`,
    ...ranges,
    'endbfrange endcmap end end',
  ].join('\n');
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0').toUpperCase();
}

function isNarrow(letter: string): boolean {
  const code = letter.charCodeAt(0);
  return 32 <= code && code <= 591;
}
