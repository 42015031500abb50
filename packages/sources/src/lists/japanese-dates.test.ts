import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { addDays } from '@sekisho/engine/model/calendar.ts';
import { parseJapaneseDate } from './japanese-dates.ts';

const cases: readonly [string, string | undefined][] = [
  ['1969年', '1969-01-01 1969-12-31'],
  ['1969年2月', '1969-02-01 1969-02-28'],
  ['1963年6月6日', '1963-06-06 1963-06-06'],
  ['１９６３年 ６月６日生まれ', '1963-06-06 1963-06-06'],
  ['1963年頃', 'circa 1963-01-01 1963-12-31'],
  ['およそ1970年', 'circa 1970-01-01 1970-12-31'],
  ['2001.9.22', '2001-09-22 2001-09-22'],
  ['1951-06-19', '1951-06-19 1951-06-19'],
  ['1963年から1968年の間', '1963-01-01 1968-12-31'],
  ['1972年から1973年までの間', '1972-01-01 1973-12-31'],
  ['1954年-1955年', '1954-01-01 1955-12-31'],
  ['1937年～1945年', '1937-01-01 1945-12-31'],
  ['1970-1973年頃', 'circa 1970-01-01 1973-12-31'],
  ['1977年8月から9月の間', '1977-08-01 1977-09-30'],
  ['1961年1月1日から\n1963年12月31日の間', '1961-01-01 1963-12-31'],
  ['令和元年5月1日', '2019-05-01 2019-05-01'],
  ['令和元年', '2019-05-01 2019-12-31'],
  ['昭和64年1月7日', '1989-01-07 1989-01-07'],
  ['昭和四十四年三月十日', '1969-03-10 1969-03-10'],
  ['大正二年', '1913-01-01 1913-12-31'],
  ['S44.3.1', '1969-03-01 1969-03-01'],
  ['平成31年12月1日', '2019-12-01 2019-12-01'],
  ['明治5年6月1日', '1872-01-01 1872-12-31'],
  ['令和元年4月30日', undefined],
  ['平成元年1月7日', undefined],
  ['1402年6月24日（ヒジュラ暦）', undefined],
  ['1973年又は1969年8月29日', undefined],
  ['10月10日（year unknown）', undefined],
  ['1983年2(3)月10日', undefined],
  ['1969年13月', undefined],
  ['1968年から1963年の間', undefined],
  ['', undefined],
];
for (const [text, expected] of cases)
  test(`${text} is ${expected ?? 'no date'}`, () => {
    const range = parseJapaneseDate(text);
    assert.equal(range?.text, expected && text);
    assert.equal(range && `${range.circa ? 'circa ' : ''}${range.earliest} ${range.latest}`, expected);
  });

const days = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1873-01-01', count));
const eraFormat = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

test('a day in its era, as the runtime writes it, is that day', () => {
  fc.assert(
    fc.property(days, (day) => {
      const range = parseJapaneseDate(eraFormat.format(new Date(`${day}T00:00:00Z`)));
      assert.deepEqual([range?.earliest, range?.latest, range?.circa], [day, day, false]);
    }),
  );
});

test('two days are the range between them, whichever width the digits have', () => {
  const written = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [from = '', to = ''] = [one, other].toSorted();
      for (const text of [`${written(from)}から${written(to)}の間`, wide(`${written(from)}~${written(to)}`)]) {
        const range = parseJapaneseDate(text);
        assert.deepEqual([range?.earliest, range?.latest, range?.text], [from, to, text]);
      }
    }),
  );
});

test('any text is a date or none', () => {
  const parts = fc.constantFrom(
    '昭和',
    '令和',
    '元',
    '1',
    '63',
    '1963',
    '年',
    '月',
    '日',
    '頃',
    'から',
    '-',
    '又は',
    '十',
    'の間',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (words) => {
      const range = parseJapaneseDate(words.join(''));
      assert.ok(range === undefined || range.earliest <= range.latest);
    }),
  );
});
