/**
 * All words with the page that frames this one, as text in the grammar of the fragment; adal=1 is the version. The
 * program has no call that could send anything: it marks the root, and this module speaks.
 *
 * Out: ready, height, top, language, leave, failed. In: attributes. Never an answer, a finding or a count. The words for
 * frame and button are the same on every page: the title of this document would tell which page is read.
 */
import { readOptions } from './fragment.js';
import { coarseHeight } from './height.js';

/** @typedef {import('./fragment.js').Options} Options */
/** @typedef {'ready' | 'top' | 'leave' | 'failed' | `height&height=${number}` | `language&${string}`} Message */

/** What the program hears when `data-…` of the root has changed by a message. */
const SETTINGS_EVENT = 'adal-settings';

const ATTRIBUTES = /^adal=1&type=attributes&(?=.)/;
/** Longer than all settings together can be. */
const LONGEST = 50000;
/** So many messages are read in so many milliseconds, and the last one after them. */
const MOST_READS = 10;
const REST_MS = 50;

/** Whether this page has said that it can be used. */
let speaks = false;

/** What in the frame makes another page, or another height: the step, whether somebody began, a page that is whole now. */
const MARKS = ['data-page', 'data-began', 'data-whole'];

/** A page that cannot go on is not ready any more, even where it was slow to say so. */
let hasFailed = false;

/** @param {Message} message */
export function tell(message) {
  if (hasFailed && message !== 'leave') {
    return;
  }
  hasFailed ||= message === 'failed';
  if (window.parent !== window) {
    // The frame has an opaque origin and cannot know the host's, so any origin may read it.
    window.parent.postMessage(`adal=1&type=${message}`, '*');
  }
}

/** A frame that was put into its page just now may have no room for a moment, and so no height to tell. */
const MOMENT_MS = 100;

/**
 * Says that the page can be used, after its height where that can be known, and from now on tells of page turns, heights
 * and the language.
 *
 * @param {HTMLElement} adal
 */
export function speakForPage(adal) {
  if (adal.offsetWidth) {
    speak(adal);
  } else {
    setTimeout(() => speak(adal), MOMENT_MS);
  }
}

/** @param {HTMLElement} adal */
function speak(adal) {
  let said = sayHeight(adal, { mark: '', height: 0 });
  let page = adal.dataset.page;
  let { lang } = document.documentElement;
  sayLanguage();
  tell('ready');
  speaks = true;
  const look = () => {
    said = sayHeight(adal, said);
    if (lang !== document.documentElement.lang) {
      lang = document.documentElement.lang;
      sayLanguage();
    }
    if (page !== adal.dataset.page) {
      page = adal.dataset.page;
      tell('top');
    }
  };
  // In a task of its own, after the new page is drawn: animation frames stand still while the frame is out of view.
  const marks = new MutationObserver(() => setTimeout(look));
  marks.observe(adal, { attributeFilter: MARKS });
  marks.observe(document.documentElement, { attributeFilter: ['lang'] });
  window.addEventListener('resize', look);
}

/** The language, and what the loader calls frame and button in it: the name of the tool and the button of this page. */
function sayLanguage() {
  const { lang } = document.documentElement;
  const words = { title: '.adal-name', label: '.adal-leave' };
  const said = Object.entries(words).map(([name, place]) => [name, document.querySelector(place)?.textContent ?? '']);
  tell(`language&${new URLSearchParams([['lang', lang], ...said])}`);
}

/**
 * Once a page. Again only where the same page needs more room than before, as in a narrower window: so nothing can go
 * back and forth.
 *
 * @param {HTMLElement} adal
 * @param {{ mark: string, height: number }} said
 */
function sayHeight(adal, said) {
  const mark = [...MARKS.map((name) => adal.getAttribute(name)), document.documentElement.lang].join();
  const known = mark === said.mark ? said.height : 0;
  const height = adal.dataset.height === 'fixed' ? 0 : coarseHeight(adal);
  if (height > known) {
    tell(`height&height=${height}`);
  }
  return { mark, height: Math.max(height, known) };
}

/**
 * Hears what the host changes later, from the framing page and from nobody else. A message holds all settings; what is
 * the same as before is not handed on, so that the language which a person has chosen stays. The answer, the language,
 * tells the loader that the frame still holds this document.
 *
 * @param {HTMLElement} adal
 * @param {Options} options what the host has said so far
 * @param {(changed: Options) => void} follow takes what has changed; what has been taken away is empty
 */
export function hearHost(adal, options, follow) {
  let told = options;
  /** The last message of a flood: each holds all settings, so those before it need not be read. */
  let waiting = '';
  let reads = 0;
  /** @param {string} text */
  const read = (text) => {
    if (!reads) {
      setTimeout(rest, REST_MS);
    }
    reads += 1;
    if (speaks) {
      sayLanguage();
    }
    const given = readOptions(text);
    const names = Object.keys({ ...told, ...given }).filter((name) => given[name] !== told[name]);
    told = given;
    if (names.length) {
      follow(Object.fromEntries(names.map((name) => [name, given[name] ?? ''])));
      adal.dispatchEvent(new Event(SETTINGS_EVENT));
    }
  };
  const rest = () => {
    reads = 0;
    if (waiting) {
      read(waiting);
      waiting = '';
    }
  };
  window.addEventListener('message', ({ source, data }) => {
    if (source === window.parent && typeof data === 'string' && data.length < LONGEST && ATTRIBUTES.test(data)) {
      const text = data.replace(ATTRIBUTES, '');
      if (reads < MOST_READS) {
        read(text);
      } else {
        waiting = text;
      }
    }
  });
}
