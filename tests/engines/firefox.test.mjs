// The result in Firefox: copied, saved and printed, alone and framed. It needs Firefox and geckodriver:
// ADAL_FIREFOX=/usr/bin/firefox-esr ADAL_GECKODRIVER=geckodriver node --test tests/engines/firefox.test.mjs
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { readCase, readWords } from '../e2e/support/content.mjs';
import { serve } from '../e2e/support/server.mjs';
import { readClauses } from '../e2e/support/standard.mjs';
import { openSession } from './webdriver.mjs';

const WORDS = readWords('ru');
const GIFT = readCase('an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept');
const OFFICIAL = readClauses().filter(({ id }) => GIFT.expect.applies.includes(id)).flatMap(({ texts }) => texts('kk'));

let server;
let firefox;
let downloads;

before(async () => {
  const { ADAL_FIREFOX: binary, ADAL_GECKODRIVER: driver } = process.env;
  assert.ok(binary && driver, 'ADAL_FIREFOX and ADAL_GECKODRIVER must name the browser and its driver');
  server = await serve();
  downloads = mkdtempSync(join(tmpdir(), 'adal-downloads-'));
  firefox = await openSession(driver, {
    'moz:firefoxOptions': {
      binary,
      args: ['-headless'],
      prefs: { 'browser.download.folderList': 2, 'browser.download.dir': downloads },
    },
  });
});

after(async () => {
  await firefox?.close();
  await server?.close();
});

/** Answers the questions of the check up to its result, as fast as the page follows. */
const ANSWER = `
  const [story, done] = arguments;
  const press = (selector) => document.querySelector(selector)?.click();
  const alone = story.people.find((person) => ['external-member', 'ngo'].includes(person));
  press('input[name="who"][value="' + (alone ?? 'employee') + '"]');
  story.situations.forEach((situation) => press('input[name="situation"][value="' + situation + '"]'));
  press('#adal-continue');
  const step = () => {
    if (document.querySelector('.adal-headline')) {
      done();
      return;
    }
    const name = document.querySelector('.adal-legend > h1') && document.querySelector('input[type="radio"]').name;
    if (name in story.answers) {
      press('input[name="' + name + '"][value="' + story.answers[name] + '"]');
    }
    setTimeout(() => { press('.adal-actions .adal-button'); setTimeout(step, 200); }, 200);
  };
  setTimeout(step, 500);
`;

const FRAME = "const frame = document.querySelector('adal-check')?.shadowRoot?.querySelector('iframe');";

async function openResult(path) {
  // The driver cannot scroll a page to what stands in its frame.
  await firefox.size(1000, 7000);
  await firefox.go(server.origin + path);
  if (path.startsWith('/hosts/')) {
    await firefox.until(() => firefox.run(`${FRAME} return frame?.checkVisibility();`), 'the frame');
    await firefox.enter(`${FRAME} return frame;`);
  }
  const runs = () => firefox.run("return Boolean(document.querySelector('.adal-main [data-failed]'))");
  await firefox.until(runs, 'the program');
  await firefox.runLong(ANSWER, GIFT);
}

const button = (label) => firefox.find(`//div[contains(@class, "adal-take-along")]//button[. = "${label}"]`);
const saying = () => firefox.run("return document.querySelector('.adal-take-along__done').textContent");
const said = (key) => firefox.until(async () => (await saying()) === WORDS[key], WORDS[key]);

/** The text is on the clipboard, or stands selected in the page; hands over which. */
async function copies() {
  await firefox.press(await button(WORDS['copy-text']));
  await firefox.until(async () => (await saying()) !== '', 'what came of the copy');
  if ((await saying()) === WORDS['text-copied']) {
    return 'copied';
  }
  assert.equal(await saying(), WORDS['copy-refused']);
  const selected = await firefox.run(`
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  `);
  OFFICIAL.forEach((line) => assert.ok(selected.includes(line), `“${line}” is not selected`));
  return 'refused, and selected';
}

for (const path of ['/adal-check.html#lang=ru', '/hosts/sample.html?lang=ru']) {
  test(`Firefox copies, saves and prints the result: ${path}`, { timeout: 120_000 }, async (t) => {
    await openResult(path);
    t.diagnostic(`copy: ${await copies()}`);

    const before = readdirSync(downloads);
    await firefox.press(await button(WORDS['save-text']));
    await said('file-saved');
    const isNew = (name) => name.endsWith('-ru.txt') || (!before.includes(name) && name.endsWith('.txt'));
    const saved = () => readdirSync(downloads).find((name) => !before.includes(name) && isNew(name));
    await firefox.until(() => saved() && !existsSync(join(downloads, `${saved()}.part`)), 'the file');
    const text = readFileSync(join(downloads, saved()), 'utf8');
    OFFICIAL.forEach((line) => assert.ok(text.includes(line), `“${line}” is missing in the file`));

    await firefox.run("window.print = () => { window.papers = document.querySelectorAll('.adal-report').length; }");
    await firefox.press(await button(WORDS.print));
    await firefox.until(() => firefox.run('return window.papers === 1'), 'print() with the paper in the page');
  });
}

test('Firefox prints the report and nothing else', { timeout: 120_000 }, async () => {
  await openResult('/adal-check.html#lang=ru');
  assert.equal(await firefox.run("return document.querySelectorAll('.adal-report').length"), 0);
  await firefox.run("window.dispatchEvent(new Event('beforeprint'))");
  await firefox.until(() => firefox.run("return document.querySelectorAll('.adal-report').length === 1"), 'the paper');
  const pages = Buffer.from(await firefox.print(), 'base64');
  assert.equal(pages.subarray(0, 5).toString(), '%PDF-');
});
