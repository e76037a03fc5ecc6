/**
 * When the program cannot start or cannot go on: the page says so, and the host's page learns of it and shows its own way.
 */
import { tell } from './host.js';

/** What the program answers, if it can still draw, by another value of `data-alive`. */
const ASK_EVENT = 'adal-ask';
const ANSWER_MS = 3000;

/**
 * Watches for errors. A panic in Rust reaches the window as a RuntimeError. Any other error may be that of a foreign
 * script, as of an extension, or one that a browser call threw into the program: so the program is asked whether it lives.
 *
 * @param {HTMLElement} adal
 * @returns {{ fail: () => void, begin: () => void }} what to call on a failure that no window event tells of, and when the
 *   program runs: from then on it can be asked
 */
export function watchFailures(adal) {
  const messages = takeMessages(adal);
  let failed = false;
  const fail = () => {
    if (!failed) {
      failed = true;
      show(adal, messages);
      tell('failed');
    }
  };
  let runs = false;
  /** @param {unknown} error */
  const consider = async (error) => {
    const isOurs = globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError;
    if (isOurs || (runs && !failed && !(await lives(adal)))) {
      fail();
    }
  };
  // Events without an error object are notes of the browser, such as a ResizeObserver that was late.
  window.addEventListener('error', ({ error }) => error && consider(error));
  window.addEventListener('unhandledrejection', ({ reason }) => consider(reason));
  return { fail, begin: () => { runs = true; } };
}

/**
 * @param {HTMLElement} adal
 * @returns {Promise<boolean>}
 */
async function lives(adal) {
  const { alive } = adal.dataset;
  adal.dispatchEvent(new Event(ASK_EVENT));
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  return adal.dataset.alive !== alive;
}

/**
 * The start pages hold the words. The program replaces those pages, so the words are taken out now.
 *
 * @param {HTMLElement} adal
 * @returns {Map<string, HTMLElement>}
 */
function takeMessages(adal) {
  /** @type {Map<string, HTMLElement>} */
  const messages = new Map();
  const templates = [...document.querySelectorAll('template')].map((template) => template.content);
  for (const root of [adal, ...templates]) {
    const message = root.querySelector('[data-failed]');
    if (message instanceof HTMLElement) {
      messages.set(message.closest('[lang]')?.getAttribute('lang') ?? '', message);
      message.remove();
    }
  }
  return messages;
}

/**
 * What was on the page can still be read, but no button there works any more. In a frame that is as high as its page the
 * person may be far from the top, so the message stands above the first part of the page that they see.
 *
 * @param {HTMLElement} adal
 * @param {Map<string, HTMLElement>} messages
 */
async function show(adal, messages) {
  const { lang } = document.documentElement;
  const message = messages.get(lang);
  for (const part of adal.querySelectorAll(`.adal-languages, ${PARTS}`)) {
    part.toggleAttribute('inert', true);
  }
  if (message) {
    const place = await partInSight(adal.querySelectorAll(PARTS));
    if (!globalThis.WebAssembly) {
      message.querySelectorAll('[data-wasm]').forEach((part) => part.toggleAttribute('hidden'));
    }
    // In a frame it would lead away from the check, and the page around has its own way.
    message.querySelectorAll('a').forEach((link) => link.hidden = window.parent !== window);
    message.lang = lang;
    message.hidden = false;
    message.setAttribute('role', 'alert');
    if (place) {
      place.before(message);
    } else {
      adal.prepend(message);
    }
    message.scrollIntoView({ block: 'nearest' });
  }
}

/** The parts of a page, each small, none within another. Only the button to leave by is in none: it goes on working. */
const PARTS = `.adal-main > :not(.adal-fieldset, .adal-section), .adal-fieldset > :not(.adal-choices), .adal-choice,
  .adal-section > *, .adal > :not(.adal-bar, .adal-main)`;

/**
 * A part near the top of what is in sight, through all frames and pages around, and clear of a bar that may lie over it;
 * the first one if none is.
 *
 * @param {NodeListOf<Element>} parts
 * @returns {Promise<Element | undefined>}
 */
function partInSight(parts) {
  return new Promise((resolve) => {
    const sight = new IntersectionObserver((seen) => {
      sight.disconnect();
      const whole = seen.filter(({ intersectionRatio }) => intersectionRatio > 0.99);
      const some = seen.filter(({ isIntersecting }) => isIntersecting);
      resolve((whole[2] ?? whole.at(-1) ?? some[0] ?? seen[0])?.target);
    });
    parts.forEach((part) => sight.observe(part));
    // In a window that is not drawn nothing is seen.
    setTimeout(() => resolve(parts[0]), PATIENCE_MS);
  });
}

const PATIENCE_MS = 500;
