// A person who uses the widget with the keyboard alone, and what they find on its pages. In an embedded widget, tests
// press keys and do not click: shortly after scrolling, or after the frame has grown, the browser may still send a
// click to the control's former position, so that about one test in several hundred would fail.
import assert from 'node:assert/strict';

import { LANGS, WORDS } from './content.mjs';

export const HEADING = '[id$="-heading"]';
export const CONTINUE = '.adal-actions .adal-button';

/** The boot script removes the hidden failure message from its start page; the program's page has one again. */
export function programRuns(widget) {
  return widget.locator('.adal-main [data-failed]').waitFor({ state: 'attached' });
}

/** Runs in the page: the id of the question, if the page shows one. */
export function readQuestion() {
  const radio = document.querySelector('.adal-legend > h1') && document.querySelector('input[type="radio"]');
  return radio ? radio.name : null;
}

/** What the card of a clause says, in each language, about a clause that may apply for the same reason. */
export const FOLDED = LANGS.map((lang) => WORDS[lang].folded.split('{ $number }'));

/** Runs in the page: the result. `folded` is the list above. */
export function readResult(folded) {
  const texts = (selector) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
  const numbers = (cards) => texts(`${cards} .adal-card__title`).map((title) => title.match(/\d+(\.\d+)+/)[0]);
  const foldedIn = texts('.adal-card .adal-remark').flatMap((remark) => folded
    .filter(([before, after]) => remark.startsWith(before) && remark.endsWith(after))
    .map(([before, after]) => remark.slice(before.length, remark.length - after.length)));
  return {
    headline: document.querySelector('.adal-verdict__title').textContent,
    applies: numbers('.adal-section:not(.adal-tone--open) > .adal-card').sort(),
    mayApply: [...numbers('.adal-section.adal-tone--open > .adal-card'), ...foldedIn].sort(),
  };
}

/** More tab stops than any page has. */
const STOPS = 300;

export class Person {
  /**
   * @param {import('playwright-core').Page} page receives the keys
   * @param {import('playwright-core').Frame} widget the page itself, or the frame in it
   */
  constructor(page, widget) {
    this.page = page;
    this.widget = widget;
  }

  /** Whether the focus is on an element that matches. */
  isOn(selector) {
    return this.widget.evaluate(
      (selector) => document.hasFocus() && Boolean(document.activeElement?.matches(selector)),
      selector,
    );
  }

  async tabTo(selector, key = 'Tab') {
    for (let stops = 0; !(await this.isOn(selector)); stops += 1) {
      assert.ok(stops < STOPS, `${key} never comes to ${selector}`);
      await this.page.keyboard.press(key);
    }
  }

  async press(selector, key = 'Enter') {
    await this.tabTo(selector);
    await this.page.keyboard.press(key);
  }

  /** One of the radios of a group: Tab reaches the group, the arrow keys move within it. */
  async choose(name, value) {
    const wanted = `input[name="${name}"][value="${value}"]`;
    await this.tabTo(`input[name="${name}"]`);
    const radios = await this.widget.locator(`input[name="${name}"]`).count();
    for (let moves = 0; !(await this.isOn(wanted)); moves += 1) {
      assert.ok(moves < radios, `the arrows never come to ${value} of ${name}`);
      await this.page.keyboard.press('ArrowDown');
    }
    if (!(await this.widget.locator(wanted).isChecked())) {
      await this.page.keyboard.press('Space');
    }
    assert.equal(await this.widget.locator(wanted).isChecked(), true, `${value} of ${name} is not chosen`);
  }

  /** A checkbox. */
  async tick(name, value) {
    const box = `input[name="${name}"][value="${value}"]`;
    await this.press(box, 'Space');
    assert.equal(await this.widget.locator(box).isChecked(), true, `${value} of ${name} is not ticked`);
  }

  /** The language switch is above everything else. */
  async speak(lang) {
    await this.tabTo(`button[data-lang="${lang}"]`, 'Shift+Tab');
    await this.page.keyboard.press('Enter');
    await this.widget.locator(`.adal[lang="${lang}"]`).waitFor();
  }

  /** Performs an action that turns the page, and checks that the new heading has the focus. */
  async turn(act) {
    await this.widget.evaluate((heading) => { document.querySelector(heading).isOld = true; }, HEADING);
    await act();
    await this.arrive();
  }

  /**
   * The new heading gets the focus. After more than a frame of work, Yew lets the browser paint the page before it runs the
   * effect that moves the focus, so this waits for it.
   */
  async arrive() {
    await this.widget.waitForFunction((heading) => {
      const found = document.querySelector(heading);
      return found && !found.isOld && document.hasFocus() && document.activeElement === found;
    }, HEADING).catch(async () => {
      assert.fail(`the focus does not come to the heading; the page shows “${await this.heading()}”`);
    });
  }

  goOn(key) {
    return this.turn(() => this.press(CONTINUE, key));
  }

  goBack() {
    return this.turn(() => this.press('.adal-back'));
  }

  /** Says on the start page who the person is and what the case is about. */
  async introduce({ people, situations }) {
    const alone = people.find((person) => ['external-member', 'ngo'].includes(person));
    await this.choose('who', alone ?? 'employee');
    for (const role of people.filter((person) => !['employee', alone].includes(person))) {
      await this.tick('role', role);
    }
    for (const situation of situations) {
      await this.tick('situation', situation);
    }
  }

  /** Answers all questions until another page follows, and returns the questions. */
  async answer(answers, afterTurn = async () => {}) {
    const asked = [];
    for (let question = await this.question(); question; question = await this.question()) {
      assert.ok(answers[question], `there is no answer to ${question}`);
      asked.push(question);
      await this.choose(question, answers[question]);
      await this.goOn();
      await afterTurn();
    }
    return asked;
  }

  /** From the start page to the result. */
  async comeToResult(story) {
    await this.introduce(story);
    await this.goOn();
    await this.answer(story.answers);
    if (await this.isReview()) {
      await this.goOn();
    }
  }

  /** One of the exports of the result or of a draft, by its label. */
  async takeAlong(label) {
    const labels = await this.widget.locator('.adal-take-along button').allTextContents();
    await this.press(`.adal-take-along button:nth-of-type(${labels.indexOf(label) + 1})`);
  }

  /** The id of the question, if the page shows one. */
  question() {
    return this.widget.evaluate(readQuestion);
  }

  /** What is selected or ticked on the page. */
  chosen() {
    return this.widget.locator('input:checked').evaluateAll((inputs) => inputs.map(({ value }) => value));
  }

  heading() {
    return this.widget.locator(HEADING).textContent();
  }

  text(selector) {
    return this.widget.locator(selector).first().textContent();
  }

  isReview() {
    return this.widget.evaluate(() => Boolean(document.querySelector('h1 ~ .adal-answers')));
  }

  /** The result: its headline, the clauses that apply and those that may apply, ordered by number. */
  result() {
    return this.widget.evaluate(readResult, FOLDED);
  }

  /** The languages that the page declares, and each text whose letters contradict them. */
  languages() {
    return this.widget.evaluate(() => {
      const strange = {
        kk: /\p{Script=Latin}{3}/u,
        ru: /[әғқңөұүһі]|\p{Script=Latin}{3}/iu,
        en: /\p{Script=Cyrillic}/u,
      };
      const mismarked = [];
      const texts = document.createTreeWalker(document.getElementById('adal'), NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        if (strange[parentElement.closest('[lang]').lang].test(data)) {
          mismarked.push(data);
        }
      }
      return { page: document.documentElement.lang, widget: document.querySelector('.adal').lang, mismarked };
    });
  }
}
