import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { sampleFiles, temporaryFile } from '../../readers/testing/files.ts';
import { assertProblem } from '../../readers/testing/problems.ts';
import { printedList } from '../jp-meti-designated/testing/printed-list.ts';
import { entityWith, readList } from '../testing/read.ts';
import { jpMetiThirdCountries } from './importer.ts';

const heading = [
  '○ ウクライナをめぐる国際平和のための国際的な努力に我が国として寄与す',
  '\tるために講ずる輸出等に係る禁止措置の対象となるロシア連邦及びベラルー',
  '\tシ共和国以外の国の団体を指定する件（令和五年外務省告示第四百四十七号）',
  '\t指定日：2023年12月15日',
  '\t最終更新日：2025年9月12日',
];
const lines = [
  ...heading,
  '1 有限会社サンプル',
  '\tSample LLC, a.k.a. the following one alias:',
  '\t-Sampl LLC.',
  '\t所在地：17 Sample Street, Yerevan, 0026,',
  '\tArmenia.',
  '2 アグ・サンプル･テクノロジー有限会社（見本信息技術有限公',
  '\t司)（別称、メイク･サンプル有限会社（見本工業貿易有限公司））',
  '\tAgu Sample Technology Co Limited, a.k.a., the following',
  '\ttwo aliases:',
  '\t—Make Sample Co., Limited；',
  '\t—Sample Anonim Șirketi A.Ș.',
  '\t所在地：Room 2-2, 2/F, Sample Building, 98 First Street, Hong Kong,',
  '\tChina; #5/A, Second Street, Shenzhen, 518000, China; and',
  '\tUnit 3, Third Street, Dubai, United Arab Emirates.',
  '3 サンプル・コーポレーション',
  '\tSample Corporation（見本科技集團有限公司、見本集團）',
  '\t別称：サンプル・チップ及びサンプル・チップ・テクノロ',
  '\tジー有限会社',
  '\tSample Chip Ltd.; Sample Chip',
  '\tTechnology Ltd. Ști.',
  '\t所在地：7(a), Sample Centre, Nos. 10-14 First Street, Hong Kong, China',
];

function pdf(context: TestContext, content: readonly string[]) {
  return temporaryFile(context, 'list_daisangoku_tokutei.pdf', printedList(content));
}

test('names, their own in Han characters too, and countries', async (context) => {
  const reading = await readList(jpMetiThirdCountries, sampleFiles(new URL('./sample/', import.meta.url)));
  assert.deepEqual(await readList(jpMetiThirdCountries, [pdf(context, lines)]), reading);
  assert.deepEqual(reading.counts, { entities: 3, englishAliases: 5, japaneseAliases: 3, addresses: 5, problems: 0 });
  assert.equal(reading.statedOn, '2025-09-12');
  const said = (recordId: string) => {
    const { names, countries, remarks } = entityWith(reading, recordId);
    assert.deepEqual(remarks, []);
    return { names: names.map(({ text, kind, language = '' }) => `${kind} ${language}: ${text}`), countries };
  };
  assert.deepEqual(said('1'), {
    names: ['primary : Sample LLC', 'primary ja: 有限会社サンプル', 'alias : Sampl LLC'],
    countries: ['am'],
  });
  assert.deepEqual(said('2'), {
    names: [
      'primary : Agu Sample Technology Co Limited',
      'primary ja: アグ・サンプル･テクノロジー有限会社',
      'original-script zh: 見本信息技術有限公司',
      'alias : Make Sample Co., Limited',
      'alias : Sample Anonim Șirketi A.Ș.',
      'alias ja: メイク･サンプル有限会社',
      'original-script zh: 見本工業貿易有限公司',
    ],
    countries: ['hk', 'cn', 'ae'],
  });
  assert.deepEqual(said('3'), {
    names: [
      'primary : Sample Corporation',
      'primary ja: サンプル・コーポレーション',
      'original-script zh: 見本科技集團有限公司',
      'original-script zh: 見本集團',
      'alias : Sample Chip Ltd.',
      'alias : Sample Chip Technology Ltd. Ști.',
      'alias ja: サンプル・チップ',
      'alias ja: サンプル・チップ・テクノロジー有限会社',
    ],
    countries: ['hk'],
  });
  assert.deepEqual(entityWith(reading, '2').addresses, [
    { full: 'Room 2-2, 2/F, Sample Building, 98 First Street, Hong Kong, China', country: 'hk' },
    { full: '#5/A, Second Street, Shenzhen, 518000, China', country: 'cn' },
    { full: 'Unit 3, Third Street, Dubai, United Arab Emirates', country: 'ae' },
  ]);
});

test('an address in no known country is reported, and stays', async (context) => {
  const nowhere = lines.map((line) => line.replace('Armenia', 'Atlantis'));
  const { problems, entities } = await readList(jpMetiThirdCountries, [pdf(context, nowhere)]);
  assert.deepEqual(
    problems.map(({ code, facts }) => [code, facts['record'], facts['field'], facts['value']]),
    [['list.unknown-value', '1', '所在地', '17 Sample Street, Yerevan, 0026, Atlantis.']],
  );
  assert.deepEqual(entities[0]?.addresses, [{ full: '17 Sample Street, Yerevan, 0026, Atlantis' }]);
});

test('the list of Russian bodies is refused', async (context) => {
  const other = ['○ 輸出等に係る禁止措置の対象となるロシア連邦の特定団体', ...lines.slice(heading.length)];
  await assertProblem(() => readList(jpMetiThirdCountries, [pdf(context, other)]), 'file.unexpected', {
    list: 'jp-meti-third-countries',
  });
});
