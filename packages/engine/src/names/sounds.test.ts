import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { referenceFiles } from '../../testing/reference-files.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { foldText } from './fold.ts';
import type { Sound } from './name.ts';
import { romanise } from './romanise.ts';
import { katakanaOf, wordsOf } from './script.ts';
import { joinedSounds, soundsOf } from './sounds.ts';

const reference = buildNameReference(referenceFiles);

/** Of one word; a hyphen stands for a syllable of the same word. */
function soundsIn(text: string): readonly Sound[] {
  return wordsOf(foldText(text, reference), () => true).flatMap(({ text: written, script }) => {
    const word = script === 'kana' ? katakanaOf(written) : written;
    const latin = romanise(word, script, reference).replaceAll("'", '');
    return soundsOf({ text: word, script, latin, canBeFamily: true, ofOrganisation: false }, reference);
  });
}

const keysOf = (text: string) => new Set(soundsIn(text).map(({ key }) => key));

/** A word, the key of a tradition, and every spelling that has it too. */
const spellings: readonly (readonly [key: string, ...words: string[]])[] = [
  ['zh:guoqiang', '國強', '国强', 'Guoqiang', "Kuo-ch'iang", 'Kuo-chiang', 'グオチアン', '궈창', 'Гоцян'],
  ['zh:xi', '习', 'Xi', 'Hsi', 'シー', '시', 'Си'],
  ['zh:jinping', '近平', 'Jinping', 'Chin-ping', 'チンピン', 'ジンピン', '진핑', 'Цзиньпин'],
  ['zh:chen', '陳', 'Chen', "Ch'en", 'チェン', '천', 'Чэнь'],
  ['zh:lv', '吕', 'Lv', 'Lü', 'Lu', 'Lyu', 'Lue'],
  ['zh:jianhua', '建華', 'Jianhua', 'Chien-hua', 'ジエンホワ'],
  ['zh:hu', '胡', 'Hu', 'フー', '후', 'Ху'],
  ['zh:yingwen', '英文', 'Ying-wen', 'Ing-wen'],
  ['zh:yingjiu', '英九', 'Yingjiu', 'Ying-jeou'],
  ['zh:zhaoxie', '釗燮', 'Zhaoxie', 'Jaushieh'],
  ['zh:wenzhe', '文哲', 'Wen-je'],
  ['zh:shan', '单', '單', '単'],
  ['zh:zeng', '曾', 'Zeng'],
  ['zh:qiu', '仇', 'Qiu'],
  ['zh:ou', '区', 'Ou'],
  ['zh:xie', '解', 'Xie', 'Hsieh'],
  ['zh:ren', '任', 'Jen'],
  ['zh:zha', '查'],
  ['zh:ge', '盖'],
  ['zh:piao', '朴'],
  ['zh:pu', '朴'],
  ['zh:yuchi', '尉迟', 'Yuchi'],
  ['zh-name:黄', '黃', 'Wong', 'Huang', 'Ng', 'Ooi', 'Oei'],
  ['zh-name:陈', '陳', 'Chan', 'Tan', 'Chen', 'Chin', 'Tjan'],
  ['zh-name:林', '林', 'Lam', 'Lim', 'Lin', 'Liem'],
  ['zh-name:吴', '吳', 'Ng', 'Wu', 'Goh'],
  ['zh-name:王', '王', 'Wong', 'Wang', 'Ong', 'Heng'],
  ['zh-name:张', '張', 'Cheung', 'Chang', 'Zhang', 'Teo'],
  ['zh-name:蔡', '蔡', 'Choi', 'Tsai', 'Cai', 'Chua'],
  ['zh-name:欧阳', '歐陽', 'Auyeung', 'Ouyang'],
  ['yue:gwokkoeng', '國強', 'Kwok-keung'],
  ['yue:wai', '偉', 'Wai'],
  ['la:quoc', '国', 'Quốc'],
  ['la:cuong', '强', 'Cường'],
  ['ko:cvGxN', '正恩', '정은', 'Jeong-eun', 'Jong-un', 'ジョンウン'],
  ['ko:kxNhe', '근혜', 'Geun-hye', 'Kun-hye', 'クネ', '槿惠'],
  ['ko:yvGcvL', '영철', 'Yong-chol', 'Young-chul'],
  ['ko-name:이', '李', '이', 'Lee', 'Yi', 'Rhee', 'Ri'],
  ['ko-name:박', '朴', '박', 'Park', 'Pak', 'Bak'],
  ['ja:saito', '斎藤', '齋藤', 'Saitō', 'Saitoh', 'さいとう', 'ｻｲﾄｳ'],
  ['ja:kokkyo', '国强', 'こっきょう', 'Kokkyou', 'コツキヨウ'],
  ['la:yulia', 'Юлия', 'Yulia'],
  ['la:iuliia', 'Юлия', 'Iuliia'],
  ['la:scerbakova', 'Щербакова', 'Ščerbakova'],
  ['la:shcherbakova', 'Щербакова', 'Shcherbakova'],
  ['la:dmitry', 'Дмитрий', 'Dmitry'],
  ['la:dmitrii', 'Дмитрий', 'Dmitrii'],
  ['la:dostoyevsky', 'Достоевский', 'Dostoyevsky'],
  ['la:dostoevskij', 'Достоевский', 'Dostoevskij'],
  ['la:schewtschenko', 'Шевченко', 'Schewtschenko'],
  ['la:volodymyr', 'Володимир', 'Volodymyr'],
  ['la:zelensky', 'Зеленський', 'Zelensky'],
  ['la:yeltsin', 'Ельцин', 'Yeltsin'],
  ['la:muller', 'Müller', 'Mueller', 'Muller'],
  ['la:jager', 'Jäger', 'Jaeger'],
  ['la:krikor', 'Krikor', 'Գրիգոր'],
  ['la:narendra', 'Narendra', 'नरेंद्र'],
];
for (const [key, ...words] of spellings)
  for (const word of words) test(`${word} has ${key}`, () => assert.ok(keysOf(word).has(key)));

/** Words that no tradition reads alike. */
const different = [
  ['Jisung', 'Jisun'],
  ['Cho', 'Choi'],
  ['조', 'Choi'],
  ['Jongun', 'Jongnam'],
  ['Jianbin', 'Jianming'],
  ['Wei', 'Waiming'],
  ['Li', 'Nan'],
  ['Jaehyun', 'Jahyun'],
  ['Michael', 'Michal'],
] as const;
for (const [a, b] of different)
  test(`${a} and ${b} have no sound in common`, () => assert.ok(keysOf(a).isDisjointFrom(keysOf(b))));

test('best first, one for each key, with the hash of the key', () => {
  fc.assert(
    fc.property(fc.constantFrom('陳', '国强', 'Kuo-chiang', '정은', 'チンピン', 'Müller', 'Гоцян'), (text) => {
      const sounds = soundsIn(text);
      assert.equal(new Set(sounds.map(({ key }) => key)).size, sounds.length);
      assert.equal(new Set(sounds.map(({ hash }) => hash)).size, sounds.length);
      sounds.forEach(({ quality, hash }, index) => {
        assert.ok(0 < quality && quality <= 1);
        assert.equal(hash, hash | 0);
        assert.ok(index === 0 || quality <= (sounds[index - 1]?.quality ?? 0));
      });
    }),
  );
});

test('neighbours are said as one word', () => {
  const joined = joinedSounds([soundsIn('Kuo'), soundsIn('chiang')], [], ['zh:']);
  assert.ok(joined.some(({ key }) => key === 'zh:guoqiang'));
  assert.ok(joined.every(({ key }) => key.startsWith('zh:')));
});

test('any text of any plane has sounds or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      for (const { key, quality } of soundsIn(text)) assert.ok(key.includes(':') && 0 < quality && quality <= 1);
    }),
    { numRuns: 1000 },
  );
});
