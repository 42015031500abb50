// Ten hits on men of the same name in, each cleared with keys alone out; one is taken back in time.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { leftOut, openBrowser, openSignedIn } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { people, serveInterface, type ServedInterface } from '../support/served-interface.ts';
import { importTenNotices, orderOfNamesake } from '../support/ten-notices.ts';

describe('ten false hits', { skip: leftOut }, () => {
  let served: ServedInterface;
  let browser: Browser;
  before(async () => {
    served = await serveInterface();
    await importTenNotices(served.folder);
    const { evidence } = await served.vet(orderOfNamesake);
    assert.equal(evidence.hits.length, 10);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await served.dispose();
  });

  test('are cleared from the queue on by keys alone', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.analyst);
    const { keyboard } = page;
    await page.locator('.queue-row.current').waitFor();
    await keyboard.press('Enter');
    await page.locator('.hit').first().waitFor();

    const claim = page.locator('.entry-facts').getByText('under investigation');
    assert.equal(await claim.count(), 0);
    await keyboard.press('v'); // what is protected is looked at before it is reasoned with
    await claim.first().waitFor();
    const seen = (await served.folder.parts.store.entriesAbout([orderOfNamesake.id])).map(({ kind }) => kind);
    assert.equal(seen.filter((kind) => kind === 'protected-data-viewed').length, 1, 'that it was seen is sealed');
    await keyboard.press('f');
    await page.locator('.dispose').waitFor();
    await keyboard.press('1');
    await keyboard.press('Enter');
    await page.locator('.outbox-card').waitFor();
    await keyboard.press('z');
    await page.locator('.outbox-card').waitFor({ state: 'detached' });
    const stored = async () => (await served.folder.parts.store.caseNotes(orderOfNamesake.id)).length;
    assert.equal(await stored(), 0, 'what was taken back was not sent');

    for (let cleared = 0; cleared < 10; cleared++) {
      await keyboard.press('v');
      await keyboard.press('f');
      await page.locator('.dispose').waitFor();
      await keyboard.press('1');
      await keyboard.press('Enter');
      await page.locator('.dispose').waitFor({ state: 'detached' });
    }
    await page.locator('.outbox-card').waitFor({ state: 'detached', timeout: 120_000 });
    await eventually(async () => assert.equal(await page.locator('.hit').count(), 0));

    const notes = await served.folder.parts.store.caseNotes(orderOfNamesake.id);
    assert.equal(new Set(notes.map((note) => note.kind === 'disposed' && note.entityId)).size, 10);
    for (const note of notes) {
      assert.ok(note.kind === 'disposed');
      assert.equal(note.by, people.analyst.name);
      assert.equal(note.ground, 'other-birth-date');
      assert.match(note.reason, /1989-07-21.*19[56]/);
    }
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
