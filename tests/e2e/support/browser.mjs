// Opens the system's browser, with an empty profile each time.
import { chromium } from 'playwright-core';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {object} options further launch options */
export function openBrowser(options) {
  const executablePath = process.env.ADAL_BROWSER;
  if (!executablePath) {
    throw new Error('ADAL_BROWSER must name the browser; `cargo xtask test` sets it');
  }
  return chromium.launch({ executablePath, args: QUIET, chromiumSandbox: false, ...options });
}

/** Opens a page with short timeouts. */
export async function openPage(browser, options) {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(10_000);
  return page;
}

/** Everything that the console and the policy report while the page is open. */
export function listenForComplaints(page) {
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
