// What a host page can infer from the messages of the frame: random checks are played in a framed widget, and each one is
// guessed from the others by what the host received. Prints how many guesses are right, as Markdown.
// Usage: node bench/privacy.mjs [journeys=500] [width=1000] [seed=1], with the shipped files in dist/.
import { openBrowser, openPage } from '../tests/e2e/support/browser.mjs';
import { programRuns } from '../tests/e2e/support/person.mjs';
import { serve } from '../tests/e2e/support/server.mjs';

const settings = Object.fromEntries(process.argv.slice(2).map((argument) => argument.split('=')));
const JOURNEYS = Number(settings.journeys ?? 500);
const WIDTH = Number(settings.width ?? 1000);
const SEED = Number(settings.seed ?? 1);
/** The one in so many answers that is “not sure”. */
const NOT_SURE = 6;

/**
 * What the host receives, and what it could receive instead, computed from the true heights. With a fixed height it
 * receives nothing, so it can only guess the commonest.
 */
const WAYS = {
  'the messages of the frame': ({ told }) => told,
  'the same, without turns of pages': ({ told }) => told.filter((height, place) => height !== told[place - 1]),
  'the true heights': ({ heights }) => heights,
  'heights in doubling rungs, from 600 pixels': ({ heights }) => heights.map((height) => doubling(height, 600)),
  'heights in doubling rungs, from 1,000 pixels': ({ heights }) => heights.map((height) => doubling(height, 1000)),
  'turns of pages only': ({ heights }) => heights.map(() => 0),
};

process.env.ADAL_BROWSER ??= '/usr/bin/chromium';
const random = generator(SEED);
const server = await serve();
const browser = await openBrowser();
const journeys = [];
while (journeys.length < JOURNEYS) {
  journeys.push(await journey());
}
await browser.close();
await server.close();
report();

/** One check, from the start page to the result, with answers at random. */
async function journey() {
  const page = await openPage(browser, { viewport: { width: WIDTH, height: 800 } });
  try {
    await page.addInitScript(() => {
      window.told = [];
      addEventListener('message', ({ data }) => window.told.push(data));
    });
    await page.goto(`${server.origin}/hosts/sample.html?lang=ru`);
    await page.locator('adal-check iframe').waitFor({ state: 'visible' });
    const frame = page.frames().find((one) => one.url().includes('/adal-check.html'));
    await programRuns(frame);
    const situation = await frame.evaluate(begin, [random(), random()]);
    const heights = [];
    let verdict = null;
    while (!verdict) {
      const turn = await frame.evaluate(goOn, [random(), random() < 1 / NOT_SURE]);
      heights.push(turn.height);
      ({ verdict } = turn);
    }
    return { situation, verdict, heights, told: heightsTold(await page.evaluate(() => window.told)) };
  } finally {
    await page.close();
  }
}

/** Runs in the frame: chooses a kind of person and a situation. Returns the situation. */
function begin([first, second]) {
  const pick = (inputs, chance) => inputs[Math.floor(chance * inputs.length)];
  const visible = (selector) => [...document.querySelectorAll(selector)].filter((input) => input.getClientRects().length);
  pick(visible('input[name="who"]'), first).click();
  return new Promise((done) => setTimeout(() => {
    const chosen = pick(visible('input[name="situation"]'), second);
    chosen.click();
    done(chosen.value);
  }, 50));
}

/** Runs in the frame: answers the question, if there is one, and continues. Returns the height of the next page. */
async function goOn([chance, notSure]) {
  const radios = [...document.querySelectorAll('.adal-main fieldset input[type="radio"]')]
    .filter((radio) => radio.name !== 'who');
  if (radios.length) {
    const choices = radios.slice(0, -1);
    (notSure ? radios.at(-1) : choices[Math.floor(chance * choices.length)]).click();
  }
  const heading = document.querySelector('h1');
  document.querySelector('.adal-actions .adal-button').click();
  const frame = () => new Promise((done) => setTimeout(done, 10));
  while (document.querySelector('h1') === heading) {
    await frame();
  }
  // The height is sent after the page was laid out.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await frame();
  const verdict = document.querySelector('.adal-verdict');
  const tone = verdict && [...verdict.classList].find((name) => name.startsWith('adal-tone--'));
  return { verdict: tone, height: Math.round(document.documentElement.getBoundingClientRect().height) };
}

/** The height known to the host at each turn of a page; the frame sends it before the turn. */
function heightsTold(messages) {
  const told = [];
  let height = 0;
  for (const message of messages) {
    const fields = new URLSearchParams(message);
    if (fields.get('type') === 'top') {
      told.push(height);
    } else if (fields.get('type') === 'height') {
      height = Number(fields.get('height'));
    }
  }
  return told;
}

function doubling(height, least) {
  return least * 2 ** Math.max(0, Math.ceil(Math.log2(height / least)));
}

function report() {
  console.log(`${JOURNEYS} checks in Russian at ${WIDTH} pixels, seed ${SEED}; each is guessed from its nearest others.\n`);
  console.log('| what the host sees | situation | kind of result |');
  console.log('|---|---|---|');
  const commonest = (label) => Math.max(...counts(journeys.map((one) => one[label])).values());
  row('the commonest, without looking', commonest('situation'), commonest('verdict'));
  for (const [name, way] of Object.entries(WAYS)) {
    const seen = journeys.map(way);
    row(name, guessed(seen, 'situation'), guessed(seen, 'verdict'));
  }
}

function row(name, ...right) {
  console.log(`| ${name} | ${right.map((count) => `${(100 * count / JOURNEYS).toFixed(1)} %`).join(' | ')} |`);
}

/** How many checks have the label that is commonest among their nearest others. */
function guessed(seen, label) {
  return journeys.filter((journey, self) => {
    const distances = seen.map((other, place) => (place === self ? Infinity : distance(seen[self], other)));
    const least = Math.min(...distances);
    const nearest = journeys.filter((_, place) => distances[place] === least).map((one) => one[label]);
    const [best] = [...counts(nearest)].sort(([, one], [, other]) => other - one);
    return best[0] === journey[label];
  }).length;
}

/** The sum of the differences; a page that only one of the checks has counts like a difference of 2,000 pixels. */
function distance(one, other) {
  let sum = 2000 * Math.abs(one.length - other.length);
  for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
    sum += Math.abs(one[place] - other[place]);
  }
  return sum;
}

function counts(values) {
  const all = new Map();
  values.forEach((value) => all.set(value, (all.get(value) ?? 0) + 1));
  return all;
}

/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
