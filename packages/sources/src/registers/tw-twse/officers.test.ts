import assert from 'node:assert/strict';
import test from 'node:test';
import { officersIn } from './officers.ts';

const cases: readonly (readonly [text: string, names: readonly string[]])[] = [
  ['見本甲', ['見本甲']],
  ['見本甲、見本乙', ['見本甲', '見本乙']],
  ['見本甲/見本乙(執行長)', ['見本甲', '見本乙']],
  ['(代理)見本甲', ['見本甲']],
  ['總裁: 見本甲', ['見本甲']],
  ['見本投資股份有限公司(代表人見本甲)', ['見本投資股份有限公司', '見本甲 (代表人)']],
  ['見本投資股份有限公司-代表人見本甲', ['見本投資股份有限公司', '見本甲 (代表人)']],
  ['財團法人見本基金會', ['財團法人見本基金會']],
  ['代代木(原名:見本甲)', ['代代木(原名:見本甲)']],
  ['Sample Name', ['Sample Name']],
];
for (const [text, names] of cases)
  test(`"${text}"`, () => {
    const found = officersIn(text, '董事長').map(({ name, office }) =>
      office === '董事長' ? name : `${name} (${office.replace('董事長', '')})`,
    );
    assert.deepEqual(found, names);
  });
