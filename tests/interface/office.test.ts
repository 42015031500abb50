// What officers and administrators do beside cases, in a browser: prove the record and take it out, hold and erase cases, give out what is kept of a person, turn on a second factor, keep webhooks and settings.
import assert from 'node:assert/strict';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, test } from 'node:test';
import { checkpoint } from '@sekisho/server/flows/checkpoint.ts';
import { runLookBacks } from '@sekisho/server/flows/look-back.ts';
import { verifyBundle } from '@sekisho/server/flows/verify-bundle.ts';
import { codeOfDevice } from '@sekisho/server/http/testing/code-of-device.ts';
import { verifyExport } from '@sekisho/server/record/verify.ts';
import type { Browser, Page } from 'playwright-core';
import { goTo, leftOut, openBrowser, openSignedIn, settle } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { people, serveInterface, type ServedInterface } from '../support/served-interface.ts';

describe('what officers and administrators do', { skip: leftOut }, () => {
  let served: ServedInterface;
  let browser: Browser;
  before(async () => {
    served = await serveInterface();
    await served.vet('2016-11-fictitious-company.yml');
    await served.vet('2016-11-honest.yml');
    await runLookBacks(served.folder.parts);
    const { parts, path: dataFolder } = served.folder;
    await checkpoint(parts, { keysFolder: path.join(dataFolder, '..', 'keys'), dataFolder, witnesses: [] });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await served.dispose();
  });

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Fills in what for, and gives the file that the browser saved. */
  const takeOut = async (page: Page, name: string) => {
    await button(page, name).click();
    await page.getByLabel('For whom, and what for').fill('asked for by the court');
    const [saved] = await Promise.all([page.waitForEvent('download'), button(page, 'Make the file').last().click()]);
    return { name: saved.suggestedFilename(), file: await saved.path() };
  };

  test('the record is proven in the browser, which finds an altered entry and an older copy', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/record', '.record tbody tr');
    const check = button(page, 'Check in this browser');
    const database = new DatabaseSync(path.join(served.folder.path, 'sekisho.db'));
    await check.click();
    await page.locator('.notice-good').getByText('Worked out here: the record is whole').waitFor();
    await page.getByText('This browser sees it for the first time').waitFor();
    const subject = String(
      database.prepare('select subject from record_entries where sequence = 3').get()?.['subject'],
    );
    await settle(page); // what is written below does not meet a write of the server's
    const setSubject = database.prepare('update record_entries set subject = ? where sequence = 3');
    setSubject.run('another');
    await check.click();
    await page.getByText('Entry 3 is not the one that was written.').waitFor();
    setSubject.run(subject);
    await check.click();
    await page.getByText('It goes on from what this browser saw before').waitFor();
    const last = database.prepare('select max(sequence) as last from checkpoints').get();
    database.exec(
      'pragma foreign_keys = off; create temp table gone as select * from checkpoints; delete from checkpoints',
    );
    const cut = database.prepare('create temp table cut as select * from record_entries where sequence >= ?');
    cut.run(Number(last?.['last']));
    database.exec('delete from record_entries where sequence in (select sequence from cut)');
    await check.click();
    await page.getByText('An older copy stands in its place').waitFor();
    database.exec('insert into record_entries select * from cut; insert into checkpoints select * from gone');
    database.close();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('entries are sought, and what one seals is held against its seal', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/record', '.record tbody tr');
    await page.locator('.record select').selectOption('case-opened');
    await page.getByLabel('About').fill('A-2016-0114');
    const rows = page.locator('.record tbody tr');
    await eventually(async () => {
      assert.equal(await rows.count(), 1);
      assert.match((await rows.first().textContent()) ?? '', /A-2016-0114/);
    });
    await rows.first().getByRole('button').click();
    await page.getByText('This is what was sealed').waitFor();
    const [saved] = await Promise.all([page.waitForEvent('download'), button(page, 'Save its proof').click()]);
    assert.match(saved.suggestedFilename(), /^entry-\d+\.json$/);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a case and the whole record are taken out as files that verify', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/cases/A-2016-0114', '.three-facts');
    const bundle = await takeOut(page, 'Take the case out');
    assert.equal(bundle.name, 'A-2016-0114.zip');
    assert.deepEqual((await verifyBundle(bundle.file)).differences, []);
    await goTo(page, '/record', '.record tbody tr');
    const whole = await takeOut(page, 'Take the record out');
    assert.equal((await verifyExport(whole.file)).state, 'intact-unwitnessed');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a case is held, its data restricted for a time, and it is erased by two officers after they read what will be lost', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/cases/A-2016-0113', '#keeping');
    await button(page, 'Set a legal hold').click();
    await page.locator('#keeping').getByLabel('Reason').fill('a claim is announced');
    await button(page, 'Set a legal hold').last().click();
    await page.getByText('Legal hold: nothing is erased').waitFor();
    assert.ok(await button(page, 'Erase…').isDisabled());
    await button(page, 'Release the legal hold').click();
    await page.locator('#keeping').getByLabel('Reason').fill('the claim was withdrawn');
    await button(page, 'Release the legal hold').last().click();
    await page.getByText('Legal hold: nothing is erased').waitFor({ state: 'detached' });
    await button(page, 'Restrict the data').click();
    await page.locator('#keeping').getByLabel('Reason').fill('the address is disputed');
    await button(page, 'Restrict the data').last().click();
    await page.getByText('Restricted: the data are kept, and not used').waitFor();
    await button(page, 'Lift the restriction').click();
    await page.locator('#keeping').getByLabel('Reason').fill('the address was put right');
    await button(page, 'Lift the restriction').last().click();
    await button(page, 'Restrict the data').waitFor();
    await eraseIn(page);
    await page.getByText('Asked for. Nothing is erased until another officer says the same.').waitFor();
    await context.close();
    const other = await openSignedIn(browser, served, people.administrator);
    await goTo(other.page, '/cases/A-2016-0113', '#keeping');
    await other.page.getByText('Its erasure was asked for').waitFor();
    await eraseIn(other.page);
    await other.page.getByText('It is erased: nothing but its seals is left.').waitFor();
    await goTo(other.page, '/retention', 'tbody tr');
    await other.page.getByRole('link', { name: 'A-2016-0114' }).waitFor();
    assert.equal(await other.page.getByRole('link', { name: 'A-2016-0113' }).count(), 0);
    assert.deepEqual([...complaints, ...other.complaints], []);
    await other.context.close();
  });

  /** Nothing can be sent before the case's id was typed. */
  const eraseIn = async (page: Page) => {
    await button(page, 'Erase…').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('What will be lost').waitFor();
    await dialog.getByLabel('Reason').fill('asked for in writing');
    await dialog.getByLabel('Before the end of its period').check();
    const send = dialog.getByRole('button', { name: 'Erase…' });
    assert.ok(await send.isDisabled());
    await dialog.getByLabel('Type A-2016-0113 to confirm').fill('A-2016-0113');
    await send.click();
  };

  test('what is kept of a person is found and given out', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/retention', '#subject-access');
    const search = page.locator('#subject-access');
    await search.getByLabel('Name').fill('リュウ ガキン');
    await button(page, 'Find').click();
    await search.getByRole('checkbox').first().check();
    const { name } = await takeOut(page, 'Make the file');
    assert.equal(name, 'person.json');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a second factor is turned on with a device, asked for at the next sign-in, and turned off', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.submitter);
    await goTo(page, '/account', '#second-factor');
    await button(page, 'Set up a device').click();
    const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
    assert.match(
      (await page.getByRole('link', { name: 'Open in an app' }).getAttribute('href')) ?? '',
      /^otpauth:\/\/totp\//,
    );
    await page.getByRole('img', { name: 'QR code of the secret' }).waitFor();
    await page.getByLabel('One-time code').fill(codeOfDevice(secret, Date.parse(served.folder.parts.clock())));
    await button(page, 'Turn it on').click();
    await page.getByText('Codes for paper').waitFor();
    const codes = await eventually(async () => {
      const shown = await page.locator('.recovery-codes li').allInnerTexts();
      assert.equal(new Set(shown).size, 10);
      return shown;
    });
    await page.getByLabel('One-time code').fill(codes[0] ?? '');
    await button(page, 'Turn it off').click();
    await button(page, 'Set up a device').waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('mail is turned on with an address, and off', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, '/account', '#second-factor');
    await page.getByLabel('Your address').fill('mori@office.example');
    await button(page, 'Send me e-mail').click();
    await page.getByText('Mail goes to').waitFor();
    const { accounts } = served.folder.parts.store;
    const address = async () => (await accounts.personNamed(people.officer.name))?.mail?.address;
    await eventually(async () => assert.equal(await address(), 'mori@office.example'));
    await button(page, 'Send me no more e-mail').click();
    await button(page, 'Send me e-mail').waitFor();
    await eventually(async () => assert.equal(await address(), undefined));
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a webhook is made with a secret that is shown once, stopped and ended', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.administrator);
    await goTo(page, '/webhooks', 'form');
    await page.getByLabel('Name').fill('shop');
    await page.getByLabel('Address').fill('https://hooks.example/sekisho');
    await page.getByLabel('Case moved').check();
    await button(page, 'Add').click();
    await page.getByText('It is shown once.').waitFor();
    await button(page, 'What it was told').click();
    await page.getByText('It was told nothing yet').waitFor();
    await button(page, 'Stop telling it').click();
    await page.getByText('Not told', { exact: true }).waitFor();
    await button(page, 'End it…').click();
    await button(page, 'End it, with its log').click();
    await page.getByText('Nobody is told yet').waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('a setting is changed with a reason, and made as usual again', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.administrator);
    await goTo(page, '/settings', 'tbody tr');
    await button(page, 'Change').first().click();
    const form = page.getByRole('form', { name: 'Hours until one signs in again' });
    await form.getByRole('textbox').first().fill('8');
    await form.getByLabel('Reason').fill('asked for by the auditor');
    await form.getByRole('button', { name: 'Change' }).click();
    await page.getByText('asked for by the auditor').waitFor();
    await button(page, 'Change').first().click();
    await form.getByLabel('Reason').fill('the audit is over');
    await form.getByRole('button', { name: 'As usual again' }).click();
    await form.waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
