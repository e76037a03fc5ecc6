// A person who uses the widget in a browser controlled by WebDriver, with clicks and keys.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { CONTINUE, FOLDED, HEADING, readQuestion, readResult } from '../e2e/support/person.mjs';
import { alone, framed } from '../e2e/support/visit.mjs';
import { until } from './webdriver.mjs';

/** The path of each form of the widget. */
export const FORMS = { alone, framed };

/** A question that is asked while the page is being replaced has no answer yet. */
function unlessUnloading(error) {
  if (!error.message.includes('before the unload event')) {
    throw error;
  }
}

export class Visitor {
  constructor(session, server, downloads) {
    this.session = session;
    this.server = server;
    this.downloads = downloads;
  }

  run(action, ...args) {
    return this.session.run(action, ...args);
  }

  /** Waits until a function in the page returns something. */
  async sees(action, ...args) {
    let seen;
    await until(async () => {
      seen = await this.run(action, ...args).catch(unlessUnloading);
      return seen;
    }, `${action} with ${args}`);
    return seen;
  }

  async go(path) {
    await this.session.enter();
    // A URL with only another fragment would not reload the page.
    await this.session.go('about:blank');
    await this.session.go(this.server.origin + path);
  }

  /** Opens a page with the widget and waits for its program. */
  async open(path) {
    await this.go(path);
    await (path.startsWith('/adal-check.html') ? this.programRuns() : this.enterFrame());
  }

  /** The program has been unpacked and has rendered its page. */
  programRuns() {
    return this.sees(() => (
      !document.getElementById('adal-program') && Boolean(document.querySelector('.adal-main [data-failed], .adal-article'))
    ));
  }

  async enterFrame() {
    await this.session.enter(await this.sees(() => {
      const frame = document.querySelector('adal-check')?.shadowRoot?.querySelector('iframe');
      return frame?.checkVisibility({ visibilityProperty: true }) ? frame : null;
    }));
    await this.programRuns();
  }

  async press(selector) {
    await this.session.click(await this.session.find(selector));
  }

  /** Presses the button with this text. */
  async pressButton(words, place = '.adal-main') {
    await this.session.click(await this.sees((place, words) => (
      [...document.querySelectorAll(`${place} :is(button, summary)`)].find(({ textContent }) => textContent === words)
    ), place, words));
  }

  /** Presses the button “Leave quickly”, which the loader shows above the frame. */
  async leave() {
    await this.session.enter();
    await this.session.click(await this.run(() => document.querySelector('adal-check').shadowRoot.querySelector('button')));
  }

  async type(selector, text) {
    await this.session.type(await this.session.find(selector), text);
  }

  /** Selects a radio or ticks a checkbox. */
  async choose(name, value) {
    const input = `input[name="${name}"][value="${value}"]`;
    await this.press(input);
    await this.sees((input) => document.querySelector(input).checked, input);
  }

  /** Performs an action that turns the page, and checks that the new heading has the focus. */
  async turn(act) {
    await this.run((heading) => { document.querySelector(heading).dataset.isOld = ''; }, HEADING);
    await act();
    await this.sees((heading) => document.activeElement?.matches(`${heading}:not([data-is-old])`), HEADING);
  }

  goOn() {
    return this.turn(() => this.press(CONTINUE));
  }

  /** Says on the start page who the person is and what the case is about. */
  async introduce({ people, situations }) {
    const alone = people.find((person) => ['external-member', 'ngo'].includes(person));
    await this.choose('who', alone ?? 'employee');
    for (const role of people.filter((person) => !['employee', alone].includes(person))) {
      await this.choose('role', role);
    }
    for (const situation of situations) {
      await this.choose('situation', situation);
    }
  }

  /** Completes a whole check, from the start page to the result. */
  async check(story) {
    await this.introduce(story);
    await this.goOn();
    for (let question = await this.question(); question; question = await this.question()) {
      assert.ok(story.answers[question], `there is no answer to ${question}`);
      await this.choose(question, story.answers[question]);
      await this.goOn();
    }
    if (!(await this.run(() => Boolean(document.querySelector('.adal-verdict'))))) {
      await this.goOn();
    }
  }

  question() {
    return this.run(readQuestion);
  }

  result() {
    return this.run(readResult, FOLDED);
  }

  chosen() {
    return this.run(() => [...document.querySelectorAll('input:checked')].map(({ value }) => value));
  }

  text(selector) {
    return this.run((selector) => document.querySelector(selector).textContent, selector);
  }

  heading() {
    return this.text(HEADING);
  }

  /** Performs an action that saves a file, and returns its bytes and path. */
  async save(act, ending) {
    const files = () => readdirSync(this.downloads).filter((name) => name.endsWith(ending) || name.endsWith('.part'));
    files().forEach((name) => rmSync(join(this.downloads, name)));
    await act();
    await until(() => files().length === 1 && files()[0].endsWith(ending), `a file that ends with ${ending}`);
    const path = join(this.downloads, files()[0]);
    await until(() => readFileSync(path).length > 0, `something in ${path}`);
    return { path, bytes: readFileSync(path) };
  }
}
