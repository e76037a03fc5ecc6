/**
 * When the program cannot start or cannot go on: the page says so, and the host's page learns of it and shows its own way.
 */
import { tell } from './host.js';

/**
 * Watches for errors. A panic in Rust reaches the window as a RuntimeError; an exception that a browser call throws
 * into Rust reaches it without any panic. Either leaves the program unfit to go on.
 *
 * @param {HTMLElement} adal
 * @returns {() => void} what to call on a failure that no window event tells of
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
  // Events without an error object are notes of the browser, such as a ResizeObserver that was late.
  window.addEventListener('error', (event) => event.error && fail());
  window.addEventListener('unhandledrejection', fail);
  return fail;
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
 * What was on the page can still be read, but no button there works any more.
 *
 * @param {HTMLElement} adal
 * @param {Map<string, HTMLElement>} messages
 */
function show(adal, messages) {
  const { lang } = document.documentElement;
  const message = messages.get(lang);
  for (const child of adal.children) {
    child.toggleAttribute('inert', true);
  }
  if (message) {
    const box = document.createElement('div');
    box.className = 'adal';
    box.lang = lang;
    message.hidden = false;
    message.setAttribute('role', 'alert');
    box.append(message);
    adal.prepend(box);
  }
}
