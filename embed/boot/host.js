/**
 * All words with the page that frames this one, as text in the grammar of the fragment; adal=1 is the version. The
 * program has no call that could send anything: it marks the root, and this module speaks.
 *
 * Out: ready, height, top, language, leave, failed. In: attributes. Never an answer, a finding or a count.
 */
import { readOptions } from './fragment.js';
import { coarseHeight } from './height.js';

/** @typedef {import('./fragment.js').Options} Options */
/** @typedef {'ready' | 'top' | 'leave' | 'failed' | `height&height=${number}` | `language&lang=${string}`} Message */

/** What the program hears when `data-…` of the root has changed by a message. */
const SETTINGS_EVENT = 'adal-settings';

/** What in the frame makes another page, or another height: the step, whether somebody began, a page that is whole now. */
const MARKS = ['data-page', 'data-began', 'data-whole'];

/** @param {Message} message */
export function tell(message) {
  if (window.parent !== window) {
    // The frame has an opaque origin and cannot know the host's, so any origin may read it.
    window.parent.postMessage(`adal=1&type=${message}`, '*');
  }
}

/**
 * Says that the page can be used, and from now on tells of page turns, heights and the language.
 *
 * @param {HTMLElement} adal
 */
export function speakForPage(adal) {
  let said = sayHeight(adal, { mark: '', height: 0 });
  let page = adal.dataset.page;
  let { lang } = document.documentElement;
  tell('ready');
  const look = () => {
    said = sayHeight(adal, said);
    if (lang !== document.documentElement.lang) {
      lang = document.documentElement.lang;
      tell(`language&lang=${lang}`);
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
 * Hears what the host changes later, from the framing page and from nobody else.
 *
 * @param {HTMLElement} adal
 * @param {(options: Options) => void} follow
 */
export function hearHost(adal, follow) {
  window.addEventListener('message', ({ source, data }) => {
    const [, text] = (source === window.parent && /^adal=1&type=attributes&(.*)$/.exec(data)) || [];
    if (text) {
      follow(readOptions(text));
      adal.dispatchEvent(new Event(SETTINGS_EVENT));
    }
  });
}
