// The engines in which the shipped files are tested in addition to Chromium's.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { serve } from '../e2e/support/server.mjs';
import { Visitor } from './visitor.mjs';
import { openSession, start } from './webdriver.mjs';

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {(downloads: string) => Promise<Session>} open a browser that saves files to this folder
 * @property {(session: Session) => Promise<string>} [printed] the text of the printed page, if the driver can print
 *
 * @typedef {import('./webdriver.mjs').Session} Session
 */

/** @type {Engine[]} */
const ENGINES = [
  { name: 'Firefox', open: openFirefox, printed: printedByFirefox },
  { name: 'WebKitGTK', open: openWebKit },
];

function openFirefox(downloads) {
  return openSession({
    driver: given('ADAL_GECKODRIVER'),
    args: ['--allow-system-access'],
    capabilities: {
      'moz:firefoxOptions': {
        binary: given('ADAL_FIREFOX'),
        args: ['-headless'],
        prefs: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
      },
    },
  });
}

async function printedByFirefox(session) {
  const show = async (medium) => {
    await session.send('POST', '/moz/context', { context: 'chrome' });
    await session.run((medium) => { gBrowser.selectedBrowser.browsingContext.mediumOverride = medium; }, medium);
    await session.send('POST', '/moz/context', { context: 'content' });
  };
  await show('print');
  const text = await session.run(() => document.body.innerText);
  await show('');
  return text;
}

/** It needs a screen, and takes the download folder from the desktop's settings. */
async function openWebKit(downloads) {
  const driver = given('ADAL_WEBKIT_DRIVER');
  const screen = start('Xvfb', ['-displayfd', '1', '-nolisten', 'tcp']);
  const [number] = await once(screen.stdout, 'data');
  writeFileSync(join(downloads, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return openSession({ driver, env: { DISPLAY: `:${String(number).trim()}`, XDG_CONFIG_HOME: downloads } });
}

function given(name) {
  const path = process.env[name];
  if (!path) {
    throw new Error(`${name} must name a program; \`cargo xtask test\` sets it`);
  }
  return path;
}

/**
 * Declares the same tests for each engine. All tests of a file share one browser.
 *
 * @param {(it: (name: string, run: (visitor: Visitor) => Promise<void>) => void, engine: Engine) => void} declare
 * @param {object} [pages] what else the server has
 */
export function inEachEngine(declare, pages) {
  for (const engine of ENGINES) {
    describe(engine.name, () => {
      let downloads;
      let server;
      let session;
      before(async () => {
        downloads = mkdtempSync(join(tmpdir(), 'adal-engine-'));
        server = await serve(pages);
        session = await engine.open(downloads);
        console.log(`${engine.name}: ${session.version}`);
        // No driver scrolls a page to an element inside its frame.
        await session.size(1000, 7000);
      });
      after(async () => {
        await session?.close();
        await server?.close();
        rmSync(downloads, { recursive: true, force: true });
      });
      const it = (name, run) => test(name, { timeout: 120_000 }, () => run(new Visitor(session, server, downloads)));
      declare(it, engine);
    });
  }
}
