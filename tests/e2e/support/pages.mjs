// Opens one page of every kind by the shortest way. How people get there is tested elsewhere.
import { readCase } from './content.mjs';

const GIFT = readCase('a-supplier-leaves-a-phone-to-speed-up-a-payment');

/** A saved file of a case. */
export const savedFile = ({ people, situations, answers }, content = '2019.1') => ({
  name: 'answers.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ 'adal-check': 1, content, people, situations, answers })),
});

const press = (widget, selector) => widget.locator(selector).first().evaluate((element) => element.click());
const CONTINUE = '.adal-actions .adal-button';
const WHO = 'input[name="who"][value="employee"]';
const here = (widget, selector) => widget.locator(selector).first().waitFor({ state: 'attached' });

async function open(widget, saved) {
  await widget.locator('input[type="file"]').setInputFiles(saved);
}

/** Each function gets the start page of the widget and leads to the page of its name. */
export const PAGES = {
  async start(widget) {
    await press(widget, WHO);
    await here(widget, 'input[name="situation"]');
  },
  async 'start with a message'(widget) {
    await PAGES.start(widget);
    await press(widget, CONTINUE);
    await here(widget, '.adal-error');
  },
  async question(widget) {
    await PAGES.start(widget);
    await press(widget, 'input[value="gift"]');
    await press(widget, CONTINUE);
    await here(widget, 'legend h1');
  },
  async 'question with a message'(widget) {
    await PAGES.question(widget);
    await press(widget, CONTINUE);
    await here(widget, '.adal-error');
  },
  async review(widget) {
    await open(widget, savedFile(GIFT));
    await here(widget, 'h1 ~ .adal-answers');
  },
  async result(widget) {
    await PAGES.review(widget);
    await press(widget, CONTINUE);
    await here(widget, '.adal-take-along');
    await widget.evaluate(() => document.querySelectorAll('details').forEach((passage) => { passage.open = true; }));
  },
  async draft(widget) {
    await PAGES.result(widget);
    await press(widget, '.adal-step .adal-button--draft');
    await here(widget, '.adal-paper');
  },
  async opened(widget) {
    await open(widget, savedFile({ ...GIFT, answers: { ...GIFT.answers, unknown: 'x' } }));
    await here(widget, 'h1 ~ .adal-section');
  },
  async standard(widget) {
    await press(widget, '[data-action="standard"]');
    await here(widget, '.adal-article');
    await widget.locator('#adal[data-whole]').waitFor({ state: 'attached' });
  },
  async clause(widget) {
    await PAGES.expectations(widget);
    await press(widget, '.adal-expectation__text button');
    await here(widget, '.adal-article');
  },
  async expectations(widget) {
    await press(widget, '[data-action="expectations"]');
    await here(widget, '.adal-expectation');
  },
  async expected(widget) {
    await press(widget, '[data-action="expected"]');
    await here(widget, '.adal-expectation');
  },
  async practice(widget) {
    await press(widget, '[data-action="practise"]');
    await here(widget, '.adal-exercises');
  },
  async exercise(widget) {
    await PAGES.practice(widget);
    await press(widget, '.adal-exercises button');
    await here(widget, '.adal-story');
  },
  async outcome(widget) {
    await PAGES.exercise(widget);
    await press(widget, 'input[type="radio"]');
    await press(widget, CONTINUE);
    await here(widget, '.adal-verdict');
  },
};
