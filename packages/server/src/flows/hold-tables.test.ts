// Edits of the tables, which no chain covers, are found against the record.
import assert from 'node:assert/strict';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { judgeEntities } from './merge-entities.ts';
import { tablesAgainstRecord } from './hold-tables.ts';
import { noticeRow, openPlayedFolder } from './testing/played-folder.ts';
import { refuseCase } from './testing/refuse-case.ts';
import { runLookBacks } from './look-back.ts';
import { vetApplication } from './vet-application.ts';

const edits: readonly { what: string; sql: string; found: RegExp; others?: number }[] = [
  {
    what: 'a stale list made fresh',
    sql: "update currency_statements set confirmed_current_on = '2020-01-01' where source = 'un-sc'",
    found: /un-sc: current on 2020-01-01, the record says 2016-11-14/,
  },
  {
    what: 'another edition in use',
    sql: "update active_editions set edition_id = (select min(id) from editions where source = 'jp-nta' and number = (select min(number) from editions where source = 'jp-nta')) where source = 'jp-nta'",
    found: /jp-nta: edition \w+ is in use, which the record does not say/,
  },
  {
    what: 'a refused case accepted',
    sql: "update cases set state = 'ACCEPT' where id = 'A-2016-0114'",
    found: /case A-2016-0114 is in ACCEPT, the record says HOLD/,
    others: 1, // orders are listed by it
  },
  {
    what: 'an order taken out of the list',
    sql: "delete from orders where id = 'A-2016-0113'",
    found: /order A-2016-0113 is listed otherwise/,
  },
  {
    what: 'an order shown to another shop',
    sql: "update orders set submitted_by = 'another' where id = 'A-2016-0114'",
    found: /order A-2016-0114 is listed otherwise/,
  },
  {
    what: 'an order added to the list',
    sql: "insert into orders select 'X-1', received_at, entry, submitted_by, policy, state, no_tip_off from orders where id = 'A-2016-0114'",
    found: /order X-1 is listed otherwise/,
  },
  {
    what: 'a proposal to refuse turned into an approve',
    sql: "update decisions set outcome = 'approve' where application_id = 'A-2016-0114'",
    found: /decision A-2016-0114\/1 is approve, the record says refuse/,
  },
  {
    what: 'an application taken out of sight',
    sql: "delete from applications where id = 'A-2016-0113'",
    found: /application A-2016-0113, revision 1 is gone/,
    others: 2, // its decision is found by its application, and the list has it
  },
  {
    what: 'an alert taken away',
    sql: "delete from alerts where application_id = 'A-2016-0114'",
    found: /alert A-2016-0114\/alert-\w+ is gone/,
  },
  {
    what: 'a list taken out of use',
    sql: "delete from active_editions where source = 'own-notices'",
    found: /own-notices is not in use any more/,
  },
  {
    what: 'a decision that points to the entry of another order',
    sql: "update decisions set entry = (select entry from decisions where application_id = 'A-2016-0113') + 0, outcome = 'approve' where application_id = 'A-2016-0114'",
    found: /decision A-2016-0114\/1 points to another entry/,
  },
  {
    what: 'an alert moved to another case',
    sql: "update alerts set case_id = 'A-2016-0113', application_id = 'A-2016-0113'",
    found: /alert A-2016-0114\/alert-\w+ is not as sealed/,
  },
  {
    what: 'a case put in',
    sql: "insert into cases (id, state, proposed, opened_at, updated_at) select 'ZZ', 'ACCEPT', 'approve', opened_at, updated_at from cases limit 1",
    found: /case ZZ is there, the record knows of none/,
  },
  {
    what: 'a judgement on two entries turned round',
    sql: "update merge_judgements set verdict = 'join'",
    found: /judgement of own-notices:N-1 and own-notices:N-2 at \S+ is not as sealed/,
  },
  {
    what: 'a judgement on two entries taken away',
    sql: 'delete from merge_judgements',
    found: /judgement of own-notices:N-1 and own-notices:N-2 at \S+ is gone/,
  },
  {
    what: 'a note on a case taken away',
    sql: "delete from case_notes where kind = 'proposed'",
    found:
      /note 1 on case A-2016-0114 \(settled\) is there, the record knows of none|note 2 on case A-2016-0114 \(settled\) is gone/,
    others: 2,
  },
  {
    what: 'a note on a case put in the place of another',
    sql: 'update case_notes set entry = -entry; ',
    found: /note 1 on case A-2016-0114 \(proposed\) is gone/,
    others: 1,
  },
  {
    what: 'a payload erased that no erasure tells of',
    sql: "update record_entries set salt = null, payload = null where sequence = (select min(sequence) from record_entries where kind = 'case-noted')",
    found: /entry \d+ is erased, which the record does not say/,
  },
  {
    what: 'an owed look-back taken away',
    sql: "delete from look_backs where source = 'own-notices'",
    found: /look-back to \w+ is gone/,
  },
  {
    what: 'an edition said to be complete that is not as sealed',
    sql: `update editions set document = replace(document, '"complete":true', '"complete":false') where source = 'un-sc'`,
    found: /un-sc: edition \w+ is not described as sealed/,
  },
];

for (const { what, sql, found, others = 0 } of edits)
  test(`the tables against the record: ${what}`, async () => {
    const folder = await openPlayedFolder();
    try {
      await folder.prepare();
      await vetApplication(await folder.application('2016-11-honest.yml'), folder.parts);
      await vetApplication(await folder.application('2016-11-fictitious-company.yml'), folder.parts);
      await refuseCase('A-2016-0114', folder.parts);
      await folder.importNotices(
        [noticeRow('N-1', { latin: 'Arvad Testiev' }), noticeRow('N-2', { han: '陈志远', latin: 'Chen Zhiyuan' })],
        '2016-11-14',
      );
      await judgeEntities(
        { one: 'own-notices:N-2', other: 'own-notices:N-1', verdict: 'split', reason: 'two', by: 'K' },
        folder.parts,
      );
      await runLookBacks(folder.parts);
      assert.deepEqual(await tablesAgainstRecord(folder.parts.store), []);

      const database = new DatabaseSync(path.join(folder.path, 'sekisho.db'), { enableForeignKeyConstraints: false });
      assert.notEqual(database.prepare(sql).run().changes, 0);
      database.close();
      const differences = await tablesAgainstRecord(folder.parts.store);
      assert.equal(differences.length, 1 + others, differences.join('\n'));
      assert.match(differences.join('\n'), found);
    } finally {
      await folder.dispose();
    }
  });
