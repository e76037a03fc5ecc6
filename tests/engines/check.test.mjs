// The check in other engines: it appears, has the results of the worked cases, goes back, and can be left quickly.
import assert from 'node:assert/strict';

import { LANGS, WORDS, readCase } from '../e2e/support/content.mjs';
import { inEachEngine } from './engines.mjs';
import { FORMS } from './visitor.mjs';

const GIFT = readCase('an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept');

const CHECKS = [
  ['alone', 'kk', 'a-manager-sees-another-departments-head-take-money'],
  ['framed', 'ru', 'an-ngo-wants-to-thank-for-work-on-its-grant'],
  ['framed', 'kk', 'an-ngo-offers-a-box-of-chocolates-and-i-mean-to-accept'],
  ['alone', 'en', 'a-commission-member-is-offered-money-and-does-not-know-why'],
];

const SITE = `<!doctype html><html lang="kk"><title>site</title><script src="/adal-check.js" defer></script>
  <adal-check><a href="#">fallback</a></adal-check>`;
const EXIT = '<script>document.querySelector("adal-check").setAttribute("exit-url", location.origin + "/elsewhere.html")</script>';
const PAGES = {
  '/site.html': { body: SITE },
  '/site-with-exit.html': { body: SITE + EXIT },
  '/elsewhere.html': { body: '<!doctype html><html lang="en"><title>elsewhere</title><p>elsewhere' },
};

/** WebKit's driver waits forever if only a frame goes back, but the steps of the frame are in the same history. */
const MOVES = {
  alone: { back: ({ session }) => session.back(), forward: ({ session }) => session.forward() },
  framed: { back: ({ session }) => session.run(() => history.back()), forward: ({ session }) => session.run(() => history.forward()) },
};

async function answerOne(visitor) {
  await visitor.introduce(GIFT);
  await visitor.goOn();
  await visitor.choose('gift-from', GIFT.answers['gift-from']);
  await visitor.goOn();
}

inEachEngine((it) => {
  for (const lang of LANGS) {
    it(`is ready by itself, ${lang}`, async (visitor) => {
      await visitor.open(FORMS.alone(lang));
      assert.equal(await visitor.heading(), WORDS[lang]['start-title']);
    });
  }

  for (const [site, lang, path] of [
    ...LANGS.map((lang) => ['a site', lang, FORMS.framed(lang)]),
    ['a site with the strictest policy', 'kk', '/hosts/strict-policy/'],
  ]) {
    it(`is ready in ${site}, and nothing stands in its place: ${lang}`, async (visitor) => {
      await visitor.open(path);
      assert.equal(await visitor.heading(), WORDS[lang]['start-title']);
      await visitor.session.enter();
      assert.equal(await visitor.run(() => document.querySelector('adal-check > *').checkVisibility()), false);
    });
  }

  for (const [form, lang, story] of CHECKS) {
    it(`${form}, ${lang}: ${story}`, async (visitor) => {
      const { expect, ...rest } = readCase(story);
      await visitor.open(FORMS[form](lang));
      const requests = [...visitor.server.requests];
      await visitor.check(rest);
      assert.deepEqual(await visitor.result(), {
        headline: WORDS[lang][`headline-${expect.headline}`],
        applies: [...expect.applies].sort(),
        mayApply: [...expect['may-apply']].sort(),
      });
      assert.deepEqual(visitor.server.requests, requests);
    });
  }

  for (const [form, lang] of [['alone', 'en'], ['framed', 'ru']]) {
    it(`Back and Forward go through the pages: ${form}, ${lang}`, async (visitor) => {
      const { back, forward } = MOVES[form];
      await visitor.open(FORMS[form](lang));
      await answerOne(visitor);
      assert.equal(await visitor.question(), 'gift-what');
      await visitor.turn(() => back(visitor));
      assert.equal(await visitor.question(), 'gift-from');
      assert.deepEqual(await visitor.chosen(), ['ngo']);
      await visitor.turn(() => back(visitor));
      assert.equal(await visitor.heading(), WORDS[lang]['start-title']);
      assert.deepEqual(await visitor.chosen(), ['employee', 'gift']);
      await visitor.turn(() => forward(visitor));
      assert.equal(await visitor.question(), 'gift-from');
      await visitor.turn(() => forward(visitor));
      assert.equal(await visitor.question(), 'gift-what');
      assert.deepEqual(await visitor.chosen(), []);
    });
  }

  it('a fragment of the page around moves no focus and turns no page', async (visitor) => {
    await visitor.open(FORMS.framed('ru'));
    await answerOne(visitor);
    await visitor.session.enter();
    await visitor.run(() => {
      window.blurred = 0;
      document.body.append(Object.assign(document.createElement('input'), { id: 'mine', onblur() { window.blurred += 1; } }));
    });
    for (const id of ['adal-gift-what-not-sure', 'adal-heading', 'adal-continue', '3.6']) {
      await visitor.run((id) => {
        const frame = document.querySelector('adal-check').shadowRoot.querySelector('iframe');
        document.querySelector('#mine').focus({ preventScroll: true });
        window.blurred = 0;
        window.waited = false;
        frame.contentWindow.location = `${frame.src.split('#')[0]}#${id}`;
        setTimeout(() => { window.waited = true; }, 300);
      }, id);
      await visitor.sees(() => window.waited);
      assert.equal(await visitor.run(() => window.blurred), 0, id);
    }
    await visitor.session.enter(await visitor.run(() => document.querySelector('adal-check').shadowRoot.querySelector('iframe')));
    assert.equal(await visitor.question(), 'gift-what');
  });

  it('the button to leave quickly clears the page, and Back brings nothing back', async (visitor) => {
    await visitor.open(FORMS.alone('ru'));
    await answerOne(visitor);
    const left = WORDS.ru['left-title'] + WORDS.ru['left-start'];
    await visitor.turn(() => visitor.press('.adal-leave'));
    assert.equal(await visitor.text('#adal'), left);
    for (let steps = 0; steps < 3; steps += 1) {
      await visitor.session.back();
      assert.equal(await visitor.text('#adal'), left);
    }
  });

  it('the button to leave quickly takes the frame away', async (visitor) => {
    await visitor.open('/site.html');
    await answerOne(visitor);
    await visitor.leave();
    await visitor.sees(() => document.querySelector('adal-check > a').checkVisibility());
    assert.equal(await visitor.run(() => document.querySelector('adal-check').shadowRoot.querySelector('iframe')), null);
  });

  it('the button to leave quickly goes where the site says, and Back brings nothing back', async (visitor) => {
    await visitor.open('/site-with-exit.html');
    await answerOne(visitor);
    await visitor.leave();
    await visitor.sees(() => document.title === 'elsewhere');
    await visitor.run(() => history.back());
    await visitor.sees(() => document.title !== 'elsewhere' && document.readyState === 'complete');
    // One browser is now at the page before the site's; the other opens the site's page again.
    if (await visitor.run(() => document.title === 'site')) {
      await visitor.enterFrame();
      assert.equal(await visitor.heading(), WORDS.kk['start-title']);
      assert.deepEqual(await visitor.chosen(), []);
    }
  });
}, PAGES);
