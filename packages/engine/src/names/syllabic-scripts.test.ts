import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { foldText } from './fold.ts';
import { romanise } from './romanise.ts';
import { wordsOf } from './script.ts';

const reference = buildNameReference(referenceFiles);
const read = (text: string) =>
  wordsOf(foldText(text, reference), () => false).map((word) => romanise(word.text, word.script, reference));

const cases: readonly (readonly [script: string, text: string, latin: string])[] = [
  ['Devanagari', 'नरेंद्र मोदी', 'narendra modi'],
  ['Devanagari, a vowel that is not said', 'राजकुमार अमरनाथ', 'rajkumar amarnath'],
  ['Devanagari, nasal before lips', 'मुंबई', 'mumbai'],
  ['Devanagari, letters with a dot', 'फ़ज़ल', 'fazal'],
  ['Bengali', 'শেখ হাসিনা', 'shekh hasina'],
  ['Gurmukhi', 'ਮਨਮੋਹਨ ਸਿੰਘ', 'manmohan singh'],
  ['Gujarati', 'મહાત્મા ગાંધી', 'mahatma gandhi'],
  ['Oriya', 'ନବୀନ', 'nabina'],
  ['Tamil', 'கருணாநிதி', 'karunanithi'],
  ['Telugu', 'చంద్రబాబు', 'chandrababu'],
  ['Kannada', 'ಸಿದ್ದರಾಮಯ್ಯ', 'siddaramayya'],
  ['Malayalam', 'മോഹൻലാൽ', 'mohanlal'],
  ['Sinhala', 'මහින්ද', 'mahinda'],
  ['Thai', 'สมชาย', 'somchai'],
  ['Thai, silenced letters', 'ประยุทธ์ จันทร์โอชา', 'prayut chanocha'],
  ['Thai, final clusters', 'ทักษิณ ฉัตรชัย', 'thaksin chatchai'],
  ['Thai, leading vowels', 'เศรษฐา ไพโรจน์', 'settha phairot'],
  ['Lao', 'ທອງລຸນ', 'thongloun'],
  ['Khmer', 'ហ៊ុន សែន', 'hon sen'],
  ['Burmese', 'အောင်ဆန်းစုကြည်', 'aunghsansukyi'],
  ['Burmese, stacked and silent', 'မင်းအောင်လှိုင် သိန်းစိန်', 'minaunghlaing theinsein'],
  ['Ethiopic', 'አቢይ አህመድ ተስፋዬ', 'abiy ahmed tesfaye'],
  ['Georgian', 'მიხეილ სააკაშვილი', 'mikheil saakashvili'],
  ['Armenian', 'Նիկոլ Փաշինյան', 'nikol pashinyan'],
  ['Greek, beginnings and voiceless letters', 'Μπάμπης Ευτυχία', 'bampis eftychia'],
  ['Kazakh', 'Қасым Жомарт', 'qasym zhomart'],
  ['Uyghur', 'ئەھمەد', 'ehmed'],
];
for (const [script, text, latin] of cases) test(`${script}: ${text}`, () => assert.equal(read(text).join(' '), latin));

test('western Armenian says other letters', () => {
  const word = foldText('Գրիգոր', reference);
  assert.equal(romanise(word, 'armenian', reference), 'grigor');
  assert.equal(romanise(word, 'armenian', reference, 'western'), "k'rik'or".replaceAll("'", ''));
});

const blocks = [
  0x900, 0x980, 0xa00, 0xa80, 0xb00, 0xb80, 0xc00, 0xc80, 0xd00, 0xd80, 0xe00, 0xe80, 0x1000, 0x1200, 0x1780,
];
test('any row of letters and signs of a script becomes plain Latin letters', () => {
  const anyWord = fc
    .constantFrom(...blocks)
    .chain((block) => fc.array(fc.integer({ min: block, max: block + 0x7f }), { maxLength: 40 }))
    .map((codes) => String.fromCodePoint(...codes));
  fc.assert(
    fc.property(anyWord, (text) => {
      for (const latin of read(text)) assert.match(latin, /^[a-z0-9]*$/);
    }),
    { numRuns: 2000 },
  );
});

test('100,000 letters come to an end', () => {
  for (const text of [
    'เ'.repeat(100_000),
    'ก'.repeat(100_000),
    'क्'.repeat(50_000),
    'क'.repeat(100_000),
    'မ်'.repeat(50_000),
  ])
    assert.equal(read(text).length, 1);
});
