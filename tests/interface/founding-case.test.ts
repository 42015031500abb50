// The founding case in the interface: from the form to the refusal of two people to the alert of five years later.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { operator } from '@sekisho/engine/model/person.ts';
import { importEdition } from '@sekisho/server/flows/import-edition.ts';
import { runLookBacks } from '@sekisho/server/flows/look-back.ts';
import type { Browser, Page } from 'playwright-core';
import { goTo, leftOut, openBrowser, openSignedIn, signIn } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { people, serveInterface, type ServedInterface } from '../support/served-interface.ts';

const ORDER = 'A-2016-0114';

describe('the founding case', { skip: leftOut }, () => {
  let served: ServedInterface;
  let browser: Browser;
  before(async () => {
    served = await serveInterface();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await served.dispose();
  });

  test('an order is filled in, checked while it is typed, and refused by two people', async () => {
    const analyst = await openSignedIn(browser, served, people.analyst);
    const { page } = analyst;
    await page.getByRole('link', { name: 'New application' }).click();
    await fillOrder(page);
    await page.getByRole('button', { name: 'Send in' }).click();
    await page.getByRole('link', { name: 'Open the case' }).click();

    const facts = page.locator('.three-facts li');
    await facts.first().waitFor();
    await facts.nth(1).getByText('Not found').first().waitFor();
    await page.locator('#findings').getByText('No confirmation means no sale').first().waitFor();

    await page.keyboard.press('d');
    await page.getByLabel('New state').selectOption('REFUSE');
    await page.getByText('This is a proposal until a second person confirms it.').waitFor();
    await page.locator('.decide textarea').fill('We could not confirm that the company exists.');
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByText('The person who proposed it cannot be the second one.').waitFor();
    assert.equal((await served.folder.parts.store.case(ORDER))?.state, 'HOLD');

    const officer = await openSignedIn(browser, served, people.officer);
    await officer.page.getByRole('button', { name: 'Second person' }).click();
    await officer.page.locator(`[data-case="${ORDER}"] a`).click();
    await officer.page.getByLabel('Your reason').fill('The register has no company of that number or name.');
    await officer.page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await officer.page.locator('.case-line .label', { hasText: 'Refused' }).waitFor();
    assert.equal((await served.folder.parts.store.case(ORDER))?.state, 'REFUSE');
    await page.locator('.case-line .label', { hasText: 'Refused' }).waitFor(); // told to the analyst without asking

    assert.deepEqual([...analyst.complaints, ...officer.complaints], []);
    await analyst.context.close();
    await officer.context.close();
  });

  test('who hands in orders sees their own, each with what may be told and the letter; another one is another order', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.submitter);
    await page.getByText('No order', { exact: true }).waitFor();
    const hand = async (name: string) => {
      await page.locator('form.apply').getByRole('combobox', { name: 'Policy' }).selectOption('jp-only-edition');
      await page.getByRole('textbox', { name: 'Product', exact: true }).fill('Kabura Endpoint Security');
      await page.getByLabel('Name, as written by the buyer').fill(name);
      await page.getByRole('button', { name: 'Send in' }).click();
      await page.getByText('Your order is being examined.').waitFor();
    };
    await page.getByRole('link', { name: 'New application' }).click();
    await hand('株式会社架空一');
    await page.getByRole('button', { name: 'Another application' }).click();
    await hand('株式会社架空二');
    await page.getByRole('link', { name: 'Orders' }).click();
    await page.locator('.letter').waitFor();
    const lines = page.locator('.side-list-choices a');
    await eventually(async () => {
      const texts = await lines.allTextContents();
      assert.equal(texts.length, 2);
      assert.match(texts.join(), /架空二.*Being examined.*架空一/);
    });
    assert.equal(await page.locator('.case-line').count(), 0, 'how the case stands is not told');
    assert.equal(await page.getByText(ORDER).count(), 0, 'nor the orders of others');
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('what was being written outlives the session, and the alert of five years later is there', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.officer);
    await goTo(page, `/cases/${ORDER}`, '.three-facts');
    await page.getByPlaceholder('Add a word').fill('To be looked at again when a notice appears.');

    served.folder.playOn('2021-12-29'); // the session ended years ago
    await importNotices(served);
    await signIn(page, people.officer);
    await page.locator('.three-facts').waitFor();
    const draft = page.getByPlaceholder('Add a word');
    const draftIs = (text: string) => eventually(async () => assert.equal(await draft.inputValue(), text));
    await draftIs('To be looked at again when a notice appears.');

    await page.getByRole('link', { name: 'Alerts' }).click();
    await page.locator('.card', { hasText: ORDER }).filter({ hasText: 'no resemblance' }).first().waitFor();
    await page.locator('#alert-counts').getByRole('row', { name: 'own-notices' }).waitFor();
    assert.deepEqual(complaints, []);

    await goTo(page, `/cases/${ORDER}`, '.three-facts');
    await page.getByRole('button', { name: people.officer.name }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await signIn(page, people.analyst);
    await page.locator('.three-facts').waitFor();
    await draftIs(''); // nobody sees what another person was writing
    await context.close();
  });
});

async function fillOrder(page: Page): Promise<void> {
  await page.getByLabel('Reference').fill(ORDER);
  await page.locator('form.apply').getByRole('combobox', { name: 'Policy' }).selectOption('jp-only-edition');
  await page.getByRole('textbox', { name: 'Product', exact: true }).fill('Kabura Endpoint Security, Japan edition');
  const [buyer, contact, instructing] = [0, 1, 2].map((place) => page.locator('.party-fields').nth(place));
  assert.ok(buyer && contact && instructing);
  await buyer.getByLabel('Name, as written by the buyer').fill('株式会社日和見システム設計');
  await buyer.getByLabel('Company number').fill('5900007000031');
  await buyer.getByText('The check digit is wrong').waitFor();
  await buyer.getByLabel('Company number').fill('5900007000030');
  await buyer.getByText('Well formed; in no register here').waitFor();
  await buyer.getByLabel('Address', { exact: true }).fill('東京都新宿区百人町9-99-9 ハイツ日和見 203');
  await buyer.getByLabel('Mail address').fill('hiyorimi.sekkei@freemail.example');
  await buyer.getByLabel('Telephone').fill('090-9900-0114');
  await page.getByRole('button', { name: 'Add a party' }).click();
  await contact.getByLabel('Name, as written by the buyer').fill('チン シエン');
  await page.getByRole('button', { name: 'Add a party' }).click();
  await instructing.getByLabel('Role').selectOption('instructing-person');
  await instructing.getByLabel('Name, as written by the buyer').fill('リュウ ガキン');
  await page.getByLabel('At whose request').fill('An acquaintance asked me over a social network (リュウ ガキン).');
  await page.getByLabel('Where, by whom and for what').fill('For the business of our company.');
  await page.getByLabel('Do you mean to resell').selectOption('no');
}

async function importNotices({ folder }: ServedInterface): Promise<void> {
  const parts = { ...folder.parts, actor: operator('test') };
  await importEdition(
    {
      source: 'own-notices',
      files: [folder.file('own-notices/notices-2021-12.csv')],
      mapping: folder.file('own-notices/mapping.yml'),
      publishedOn: '2021-12-28',
      by: 'test',
      accept: 'an invented sample',
    },
    parts,
  );
  await runLookBacks(parts);
}
