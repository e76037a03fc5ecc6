/**
 * All communication with the host page, as text in the format of the fragment; adal=1 is the version. The program
 * cannot send anything: it sets attributes on the root, and this module sends the messages.
 *
 * Out: ready, height, top, language, leave, failed. In: attributes. Never an answer, a finding or a count. The texts
 * for frame and button are the same on every page, because the title of this document would reveal which page is
 * being read.
 */
import { readOptions } from './fragment.js';
import { coarseHeight } from './height.js';

/** @typedef {import('./fragment.js').Options} Options */
/** @typedef {'ready' | 'top' | 'leave' | 'failed' | `height&height=${number}` | `language&${string}`} Message */

/** Tells the program that a message has changed `data-…` on the root. */
const SETTINGS_EVENT = 'adal-settings';

const ATTRIBUTES = /^adal=1&type=attributes&(?=.)/;
/** More than all settings together can have. */
const LONGEST = 50000;
/** The maximum number of messages read per period. After that only the last one is read. */
const MOST_READS = 10;
const REST_MS = 50;

/** Whether this page has reported that it is ready. */
let speaks = false;

/**
 * Attributes that mean another page or another height: the step, whether the person has begun, a page now complete.
 */
const MARKS = ['data-page', 'data-began', 'data-whole'];

/** A page that has failed must no longer report ready. */
let hasFailed = false;

/** @param {Message} message */
export function tell(message) {
  if (hasFailed && message !== 'leave') {
    return;
  }
  hasFailed ||= message === 'failed';
  if (window.parent !== window) {
    // The frame has an opaque origin and does not know the host's, so any origin may read this.
    window.parent.postMessage(`adal=1&type=${message}`, '*');
  }
}

/** A frame that was just added may have no layout, and so no height, for a moment. */
const MOMENT_MS = 100;

/**
 * Reports ready, after the height if it is known, and from then on page turns, heights and the language.
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
      turn(adal);
    }
  };
  // In a later task, after the new page is rendered. Animation frames pause while the frame is out of view.
  const marks = new MutationObserver(() => setTimeout(look));
  marks.observe(adal, { attributeFilter: MARKS });
  marks.observe(document.documentElement, { attributeFilter: ['lang'] });
  window.addEventListener('resize', look);
}

/**
 * Shows the beginning of a new page. In a frame of a fixed height the page scrolls inside, and the host is not told: then
 * no message of the check depends on what a person does.
 *
 * @param {HTMLElement} adal
 */
function turn(adal) {
  if (adal.dataset.height === 'fixed') {
    adal.querySelector('h1')?.scrollIntoView({ block: 'nearest' });
  } else {
    tell('top');
  }
}

/** Sends the language, with the title of the tool and the label of this page's button for the loader. */
function sayLanguage() {
  const { lang } = document.documentElement;
  const words = { title: '.adal-name', label: '.adal-leave' };
  const said = Object.entries(words).map(([name, place]) => [name, document.querySelector(place)?.textContent ?? '']);
  tell(`language&${new URLSearchParams([['lang', lang], ...said])}`);
}

/**
 * Sends the height once per page, and again only if the same page needs more room, for example in a narrower window.
 * Heights therefore cannot oscillate.
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
 * Receives later changes, only from the parent window. A message contains all settings; only changed ones are passed
 * on, so that the language chosen by the person stays. The answer, the language, tells the loader that the frame
 * still shows this document.
 *
 * @param {HTMLElement} adal
 * @param {Options} options the settings so far
 * @param {(changed: Options) => void} follow receives changed settings; removed ones are empty
 */
export function hearHost(adal, options, follow) {
  let told = options;
  /** The last message of a burst. Each has all settings, so earlier ones need not be read. */
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
