/**
 * Handles a program that cannot start or continue: the page says so, and the host page is told and shows its own
 * fallback.
 */
import { tell } from './host.js';

/** The program answers, if it can still render, by changing `data-alive`. */
const ASK_EVENT = 'adal-ask';
const ANSWER_MS = 3000;

/**
 * Watches for errors. A panic in Rust reaches the window as a RuntimeError. Any other error may come from a foreign
 * script, such as an extension, or from a browser call in the program, so the program is asked whether it still
 * works.
 *
 * @param {HTMLElement} adal
 * @returns {{ fail: () => void, begin: () => void }} to call on a failure without a window event, and when the
 *   program runs and can be asked
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
  // Events without an error object are notices of the browser, for example about a late ResizeObserver.
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
 * Takes the messages out of the start pages before the program replaces these pages.
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
 * The page can still be read, but its buttons no longer work. In a frame as high as its page the person may be far
 * from the top, so the message is placed above the first visible part of the page.
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
    // In a frame the links would navigate away from the check, and the host page has its own fallback.
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

/** The parts of a page: small, and not nested. Only the button “Leave quickly” is outside, because it still works. */
const PARTS = `.adal-main > :not(.adal-fieldset, .adal-section), .adal-fieldset > :not(.adal-choices), .adal-choice,
  .adal-section > *, .adal > :not(.adal-bar, .adal-main)`;

/**
 * A part near the top of the visible area, across all surrounding frames and pages, and clear of a bar that may cover
 * it; the first part if none is visible.
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
    // In a window that is not painted, nothing is visible.
    setTimeout(() => resolve(parts[0]), PATIENCE_MS);
  });
}

const PATIENCE_MS = 500;
