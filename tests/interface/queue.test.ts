// Many cases in the queue in, those in sight drawn, walked through, chosen and handed on by keys out.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { leftOut, openBrowser, openSignedIn } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { people, serveInterface, type ServedInterface } from '../support/served-interface.ts';
import { orderOfNamesake } from '../support/ten-notices.ts';

const CASES = 120;
/** Of 900 pixels: what fits, and twelve rows beyond each end. */
const MOST_DRAWN = 45;

describe('a long queue', { skip: leftOut }, () => {
  let served: ServedInterface;
  let browser: Browser;
  before(async () => {
    served = await serveInterface();
    for (let place = 0; place < CASES; place++) await served.vet({ ...withoutContact, id: `H-${1000 + place}` });
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await served.dispose();
  });

  test('draws the rows in sight alone, and its end is reached by keys', async () => {
    const { page, context, complaints } = await openSignedIn(browser, served, people.analyst);
    const rows = page.locator('[data-case]');
    await rows.first().waitFor();
    await page.getByText(`${CASES} cases`, { exact: true }).waitFor();
    assert.ok((await rows.count()) <= MOST_DRAWN);
    for (let step = 1; step < CASES; step++) await page.keyboard.press('j');
    const last = page.locator(`.queue-row.current[aria-rowindex="${CASES}"]`);
    await eventually(async () => {
      const [frame, row] = [await page.locator('.queue-frame').boundingBox(), await last.boundingBox()];
      assert.ok(frame && row && row.y + row.height <= frame.y + frame.height + 1, 'the last row is in sight');
    });
    assert.ok((await rows.count()) <= MOST_DRAWN);
    assert.deepEqual(complaints, []);
    await context.close();
  });

  test('two cases are chosen by keys and handed on; the others are not', async () => {
    const { page, context } = await openSignedIn(browser, served, people.analyst);
    await page.locator('[data-case]').first().waitFor();
    for (const key of ['x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('2 cases chosen').waitFor();
    await page.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByText('2 cases chosen').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Mine' }).click();
    await page.getByText('2 cases', { exact: true }).waitFor();
    await eventually(async () => assert.equal(await page.locator('[data-case]').count(), 2));
    await context.close();
  });

  test('a lost connection is said, and what changed meanwhile is there when it is back', async () => {
    const { page, context } = await openSignedIn(browser, served, people.officer);
    await page.locator('[data-case]').first().waitFor();
    await context.setOffline(true);
    await page.getByText('The connection is interrupted').waitFor();
    await served.vet({ ...withoutContact, id: 'H-2000' });
    await context.setOffline(false);
    await page.getByText('The connection is interrupted').waitFor({ state: 'detached' });
    await page.getByText(`${CASES + 1} cases`, { exact: true }).waitFor();
    await context.close();
  });

  test('a case is found by its number from anywhere, without a mouse', async () => {
    const { page, context } = await openSignedIn(browser, served, people.officer);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('H-1077');
    await page.locator('.palette-choice[aria-selected="true"]', { hasText: 'H-1077' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.three-facts').waitFor();
    await page.waitForURL(/#\/cases\/H-1077$/);
    await context.close();
  });
});

/** Nobody can be asked back, so that a person has to look. */
const { emails: _, ...buyer } = orderOfNamesake.parties[0] ?? {};
const withoutContact = { ...orderOfNamesake, parties: [{ ...buyer, names: [{ text: '森下 直樹' }] }] };
