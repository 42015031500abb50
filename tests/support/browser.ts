// For tests in a browser: Debian's Chromium started, pages in it out; absent where none is installed.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { eventually } from './eventually.ts';
import { PASSPHRASE, type ServedInterface } from './served-interface.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where a Chromium is; undefined where none is installed, and tests in a browser are left out. */
const chromiumPlace = places.find((place) => existsSync(place));

export const leftOut = chromiumPlace === undefined && 'no Chromium is installed';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPlace !== undefined && { executablePath: chromiumPlace }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: errors of scripts, and what the content policy refused. */
  readonly complaints: readonly string[];
}

/** A new window in which the person is signed in, in a language, at a screen. */
export async function openSignedIn(
  browser: Browser,
  served: ServedInterface,
  who: { readonly name: string },
  at: { readonly language?: string; readonly width?: number; readonly height?: number; readonly dark?: boolean } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: at.width ?? 1440, height: at.height ?? 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    colorScheme: at.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(`localStorage.setItem('sekisho-language', ${JSON.stringify(at.language ?? 'en')})`);
  const page = await context.newPage();
  asked.set(page, requestsOf(page));
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/401|Failed to load resource/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(served.url);
  await signIn(page, who);
  return { page, context, complaints };
}

export async function signIn(page: Page, { name }: { readonly name: string }): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(name);
  await page.locator('input[autocomplete="current-password"]').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.locator('.shell').waitFor();
}

/**
 * Goes to a screen, and waits until it stands there: the screen before stays until the next is loaded, and may have the same fields.
 * @param sign what only that screen has, once it has its answers
 */
export async function goTo(page: Page, address: string, sign: string): Promise<void> {
  await page.evaluate(`window.location.hash = ${JSON.stringify(`#${address}`)}`);
  const [path = '/'] = address.split('?');
  if (0 < (await page.locator(placeLink(path)).count()))
    await page.locator(`${placeLink(path)}[aria-current]`).waitFor();
  else await page.waitForURL((url) => url.hash.startsWith(`#${path}`));
  const [, id] = /^\/(?:cases|incidents)\/(.+)$/.exec(path) ?? [];
  if (id !== undefined) await page.locator('#screen .screen-head', { hasText: id }).waitFor();
  await page.locator(`#screen :is(${sign})`).first().waitFor();
  await settle(page);
}

/** Until a screen has all that it asked for: no request is under way but the line of events, and nothing keeps a place for an answer. */
export async function settle(page: Page): Promise<void> {
  const isQuiet = async () => {
    assert.deepEqual(
      [...(asked.get(page) ?? [])].map((request) => request.url()),
      [],
    );
    assert.equal(await page.locator('#screen .waiting').count(), 0);
  };
  await eventually(async () => {
    await isQuiet();
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    await isQuiet();
  });
}

const placeLink = (path: string) => `.shell-nav a[href="#${path}"]`;

/** Of a page, those that are not answered yet. */
const asked = new WeakMap<Page, ReadonlySet<Request>>();

function requestsOf(page: Page): ReadonlySet<Request> {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return open;
}
