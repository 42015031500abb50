// What is read of the parts of a name. Behind a word: `~` light, `.` initial, `#` its number, `:` its concept and `/` relation,
// `^` names the father, `<` family, `>` given, `=` shared stem, `!` telling part.
import assert from 'node:assert/strict';
import test from 'node:test';
import { referenceFiles } from '../../testing/reference-files.ts';
import type { Schema } from '../model/entity.ts';
import { buildNameReference } from '../reference/name-reference.ts';
import { analyseName } from './analyse-name.ts';
import type { Name, NameToken } from './name.ts';

const reference = buildNameReference(referenceFiles);
const read = (text: string, schema?: Schema) => analyseName({ text }, reference, schema);

function shown({ tokens, titles }: Name): string {
  const words = tokens.map(shownToken).join(' ');
  return titles.length === 0 ? words : `${words} (${titles.join(', ')})`;
}

function shownToken({
  text,
  kind,
  number,
  concept,
  relation,
  role,
  isPatronymic,
  stem,
  tellingPart,
}: NameToken): string {
  return [
    text,
    kind === 'light' ? '~' : kind === 'initial' ? '.' : '',
    number === undefined ? '' : `#${number}`,
    kind === 'concept' ? `:${concept ?? ''}` : '',
    relation === undefined ? '' : `/${relation}`,
    role === undefined ? '' : role === 'family' ? '<' : '>',
    isPatronymic ? '^' : '',
    stem === undefined ? '' : `=${stem}`,
    tellingPart === undefined ? '' : `!${tellingPart}`,
  ].join('');
}

const personCases: readonly (readonly [string, string])[] = [
  // titles
  ['U Thein Sein', 'thein sein (u)'],
  ['Daw Khin Kyi', 'khin kyi (daw)'],
  ['Senior General Than Shwe', 'than shwe (senior general)'],
  ['Maung Thein', 'thein (maung)'],
  ['Maung Maung', 'maung maung'],
  ['Ma Ma Lay', 'ma ma lay'],
  ['Ma Xiaoming', 'ma xiaoming'],
  ['Ko Ko', 'ko ko'],
  ['Khun Somchai', 'somchai (khun)'],
  ['Shri Anand Rao', 'anand rao (shri)'],
  ['Smt. Lata Rao', 'lata rao (smt)'],
  ['Haji Sheikh Karim', 'karim (haji, sheikh)'],
  ['His Excellency Dr. Karim Nur', 'karim nur (his excellency, dr)'],
  ['Mullah Karim', 'karim (mullah)'],
  ['Don Carlos', 'don carlos'],
  ['Don Juan Carlos', 'juan carlos (don)'],
  ['Tun Abdul Karim', 'abdulkarim!karim (tun)'],
  ['Tun Oo', 'tun oo'],
  ['FNU Karim', 'karim (fnu)'],
  ['Karim LNU', 'karim (lnu)'],
  ['Xxx', 'xxx'],
  ['Martin Example, Jr.', 'martin example (jr)'],
  ['EXAMPLE, Martin, Jr.', 'martin> example< (jr)'],
  ['King, Martin', 'martin> king<'],
  // articles and filiation
  ['Ramesh a/l Kumar', 'ramesh a/l~ kumar'],
  ['Siti binti Ahmad', 'siti binti~ ahmad'],
  ['Karim ould Ahmed', 'karim ould~ ahmed'],
  ['Jan van der Berg', 'jan van~ der~ berg'],
  ['Marine Le Example', 'marine le~ example'],
  ['Le Duc Anh', 'le duc anh'],
  ['Ben Example', 'ben example'],
  ['Tran Van An', 'tran van an'],
  ['Do Thi Hoa', 'do thi hoa'],
  // compounds
  ['Abd al-Aziz', 'abdulaziz!aziz'],
  ['Abdel Aziz', 'abdulaziz!aziz'],
  ['Abdulaziz', 'abdulaziz!aziz'],
  ['Abd Al-Rahman', 'abdulrahman!rahman'],
  ['Abdurrahman', 'abdulrahman!rahman'],
  ['Abd al-Rahim', 'abdulrahim!rahim'],
  ['Abdul Khan', 'abdul khan'],
  ['Khan Abdul', 'khan abdul'],
  ['Abd Allah', 'abdullah!lah'],
  ['Abdallah Nur', 'abdullah!lah nur'],
  ['Abu Bakr al-Masri', 'abubakr!bakr al~ masri'],
  ['Abou Bakr', 'abubakr!bakr'],
  ['Nur al-Din', 'nuruddin!nur'],
  ['Seif ed-Din Nur', 'seifuddin!seif nur'],
  ['Salaheddine', 'salahuddin!salah'],
  ['Borodin', 'borodin'],
  ['Habib Allah', 'habibullah!habib'],
  ['Allah Dad', 'allah dad'],
  ['عبد العزيز المصري', 'عبدالعزيز!عزيز المصري'],
  ['عبدالعزيز المصري', 'عبدالعزيز!عزيز المصري'],
  ['سيف الدين محمد', 'سيفالدين!سيف محمد'],
  ['سيفالدين محمد', 'سيفالدين!سيف محمد'],
  ['امین الله قدوس', 'امينالله!امين قدوس'],
  ['الدين محمد', 'الدين محمد'],
  ['アブド・アル・ラフマーン', 'アブドアルラフマーン!ラフマーン'],
  ['アブドゥル・ハビーブ・カリーム', 'アブドゥルハビーブ!ハビーブ カリーム'],
  ['アブドゥルラフマーン・カリーム', 'アブドゥルラフマーン!ラフマーン カリーム'],
  ['サイフッディーン・カリーム', 'サイフッディーン!サイフ カリーム'],
  ['ムヒー・アル・ディーン', 'ムヒーアルディーン!ムヒー'],
  ['ナスルッラー・カリーム', 'ナスルッラー!ナスル カリーム'],
  ['アブドゥッラー・カリーム', 'アブドゥッラー カリーム'],
  ['ابو بكر', 'ابوبكر!بكر'],
  // patronymics and endings
  ['Petrov Ivan Sergeevich', 'petrov ivan sergeevich^'],
  ['Ivan Sergeevich Petrov', 'ivan sergeevich^ petrov'],
  ['Петрова Мария Ивановна', 'петрова=petrov мария ивановна^'],
  ['Roman Borisovich Abramovich', 'roman borisovich^ abramovich'],
  ['Abramovich Roman Borisovich', 'abramovich roman borisovich^'],
  ['Ivan Petrovich', 'ivan petrovich'],
  ['Олена Іванівна Бондар', 'олена іванівна^ бондар'],
  ['Heydar Alirza oglu Aliyev', 'heydar alirza^ oglu~ aliyev'],
  ['Anna Jónsdóttir', 'anna jonsdottir^'],
  ['Maria Zelenskaya', 'maria zelenskaya=zelensk'],
  ['Ivan Zelensky', 'ivan zelensky=zelensk'],
  ['Jan Kowalski', 'jan kowalski=kowalsk'],
  ['Anna Kowalska', 'anna kowalska=kowalsk'],
  ['Eleni Papadopoulou', 'eleni papadopoulou=papadopoul'],
  ['Soesilo Tjokro', 'soesilo=susilo tjokro=cokro'],
  ['Moeller', 'moeller'],
  // initials
  ['A.P.J. Kalam', 'a. p. j. kalam'],
  ['JC Example', 'j. c. example'],
  ['APJ Kalam', 'a. p. j. kalam'],
  ['NG Wei Ming', 'ng< wei> ming>'],
  ['Ng Wei', 'ng wei'],
  ['S. Ramanathan', 's. ramanathan'],
  // as written
  ['IvanPetrov', 'ivan petrov'],
  ['McDonald Ian', 'mcdonald ian'],
  ['Ivan PETROV', 'ivan> petrov<'],
  ['PETROV Ivan Sergeevich', 'petrov< ivan> sergeevich>^'],
  ['Juan GARCÍA LÓPEZ', 'juan> garcia< lopez<'],
  ['DR Ivan PETROV', 'ivan> petrov< (dr)'],
  ['IVAN PETROV', 'ivan petrov'],
  ['Sergey Sergey Petrov', 'sergey sergey~ petrov'],
  ['Sergey Sergey', 'sergey sergey'],
  ['Lin Lin', 'lin lin'],
  ['Gen Tanaka', 'gen tanaka'],
  ['Gen. Karim Nur', 'karim nur (gen)'],
];
for (const [text, expected] of personCases)
  test(`person "${text}"`, () => assert.equal(shown(read(text, 'Person')), expected));

const organisationCases: readonly (readonly [string, string])[] = [
  ['A.B.C. Trading', 'abc trading:trading'],
  ['A B C Trading', 'abc trading:trading'],
  ['U.S. Steel', 'us steel:steel'],
  ['Smith & Sons', 'smith and~ sons:sons'],
  ["First Bank Int'l", '1#1 bank:bank intl:international'],
  ['1st Bank', '1#1 bank:bank'],
  ['Brigade Forty-Four', 'brigade:brigade 44#44'],
  ['Brigade Forty 4', 'brigade:brigade 44#44'],
  ['Capital Fund I', 'capital:capital fund:fund 1#1'],
  ['Capital Fund XIV', 'capital:capital fund:fund 14#14'],
  ['Formula X', 'formula x.'],
  ['Plant No. 5', 'plant:factory/part no~ 5#5'],
  ['Plant №5', 'plant:factory/part no~ 5#5'],
  ['Unit 007', 'unit:division/part 7#7'],
  ['第一銀行', '第一#1 银行:bank'],
  ['中国第一汽车集团', '中国 第一#1 汽车:automobile 集团:group/another'],
  ['第十二工廠', '第十二#12 工厂:factory/part'],
  ['第一三共', '第一#1 三共'],
  ['三菱電機東京支店', '三菱电机东京 支店:branch/part'],
  ['Example Shanghai Branch', 'example shanghai branch:branch/part'],
  ['Example Hldgs', 'example hldgs:holdings/another'],
  ['Example Mfg', 'example mfg:manufacturing'],
  ['Example Tech & Srvcs', 'example tech:technology and~ srvcs:service'],
  ['Example COMM GRP', 'example comm:communication grp:group/another'],
  ['Приборостроительного завода Орёл', 'приборостроительного:instrument завода:factory/part орел'],
  ['Приладобудівний завод Орел', 'приладобудівний:instrument завод:factory/part орел'],
  ['Mashinostroitelnyy zavod Orel', 'mashinostroitelnyy:machinery zavod:factory/part orel'],
  ['国立設計局エグザンプル', '国立:national 设计:design 局:office/part エグザンプル'],
  ['薬局', '药局'],
  ['ノマデイクスナンバースリーオー', 'ノマデイクス ナンバー~ 30#30'],
  ['ノマディクスワンツースリー', 'ノマディクス 123#123'],
  ['ノマディクスワンツー', 'ノマディクスワンツー'],
  ['ワンツースリー', 'ワンツースリー'],
  ['Инвестиционнопромышленный банк Орёл', 'инвестиционно:investment промышленный:industry банк:bank орел'],
  ['Электросервис Орёл', 'электросервис орел'],
  ['البنك التجاري', 'البنك:bank التجاري:trading'],
  ['Blue Orel', 'blue orel'],
  ['ExampleAG', 'example'],
  ['BlackRock', 'blackrock'],
  ['Golden Golden Gate', 'golden golden~ gate'],
  ['11420 CORP.', '11420#11420'],
];
for (const [text, expected] of organisationCases)
  test(`company "${text}"`, () => assert.equal(shown(read(text, 'Company')), expected));

test('countries, their adjectives and their names in other languages are one, and weigh as a word', () => {
  for (const text of ['Syria', 'Syrian', 'Сирийская', 'シリア', '叙利亚', 'السورية', 'Συρία']) {
    const [token] = read(`${text} Example`, 'Company').tokens;
    assert.equal(token?.concept, 'syria', text);
    assert.equal(token.kind, 'word', text);
  }
  assert.equal(read('ブラインド', 'Company').tokens.length, 1);
});

test('a ship has its letters in front and its number behind', () => {
  assert.equal(shown(read('MV Aurora II', 'Vessel')), 'aurora 2#2 (mv)');
  assert.equal(shown(read('M/V Aurora', 'Vessel')), 'aurora (mv)');
  assert.equal(shown(read('Aurora No. 2', 'Vessel')), 'aurora no~ 2#2');
});

test('what may be a person keeps two initials, what has a legal form joins them', () => {
  assert.equal(shown(read('A. B. Example')), 'a. b. example');
  assert.equal(shown(read('A. B. Example Ltd')), 'ab example');
});

test('the order is stated by the source, a comma or capitals', () => {
  assert.equal(read('PETROV, Ivan', 'Person').order, 'stated');
  assert.equal(read('Ivan PETROV', 'Person').order, 'stated');
  assert.equal(analyseName({ text: 'Ivan Petrov', family: 'Petrov' }, reference, 'Person').order, 'stated');
  assert.equal(read('Ivan Petrov', 'Person').order, 'unknown');
  assert.equal(read('Martin Example, Jr.', 'Person').order, 'unknown');
});

test('several people in one field are counted, not dropped', () => {
  assert.equal(read('Anna Example and Ivan Example', 'Person').people, 2);
  assert.equal(read('Anna Example / Ivan Example', 'Person').people, 2);
  assert.equal(read('José Ortega y Gasset', 'Person').people, undefined);
  assert.equal(read('Ramesh a/l Kumar', 'Person').people, undefined);
  assert.equal(read('Smith and Sons', 'Company').people, undefined);
});

test('groups of names: forms in other languages and short forms', () => {
  const groups = (text: string) => read(text, 'Person').tokens[0]?.groups.map(({ id, kind }) => `${id} ${kind}`);
  const common = (a: string, b: string) =>
    groups(a)?.some((group) => groups(b)?.some((other) => other.split(' ')[0] === group.split(' ')[0]));
  for (const [a, b] of [
    ['Aleksandr', 'Oleksandr'],
    ['Александр', 'Alexander'],
    ['William', 'Bill'],
    ['Wm', 'William'],
    ['Mikhail', 'Misha'],
    ['Dmytro', 'Дмитрий'],
    ['Mohd', 'Muhammad'],
    ['محمد', 'Mehmet'],
    ['Mg', 'Maung'],
    ['St', 'Saint'],
    ['Banerjee', 'Bandyopadhyay'],
    ['Chaudhary', 'Chowdhury'],
  ] as const)
    assert.ok(common(a, b), `${a}, ${b}`);
  for (const [a, b] of [
    ['Aleksandr', 'Aleksei'],
    ['Hassan', 'Hussein'],
    ['Alexander', 'Alexandra'],
    ['Ivan', 'Igor'],
  ] as const)
    assert.ok(!common(a, b), `${a}, ${b}`);
  assert.deepEqual(groups('Sasha'), ['given/alexander short', 'given/alexandra short']);
});
