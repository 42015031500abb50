// For tests in a browser: Debian's Chromium started, pages in it out; absent where none is installed.
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
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
