/**
 * The settings of the host page, as text such as `lang=kk&clause=3.6&audience=ngo`: first in the fragment of the URL,
 * later in messages. Parsing is strict: invalid settings are ignored, with a hint in the console. A fragment is never
 * sent to a server, and nothing else of the URL is read.
 */
import { adviseOn } from './advice.js';

/** @typedef {Record<string, string>} Options */

const LANGS = ['kk', 'ru', 'en'];
/** Printable characters in one line. */
const LINE = /^[^\p{C}]{1,200}$/u;

/** The loader uses the same patterns for what it turns into links. */
const CONTACT = {
  name: LINE,
  phone: /^\+?[\d ()-]{3,30}$/,
  email: /^[^\s@]{1,64}@[^\s@]{1,190}$/,
  url: /^https?:\/\/\S{1,190}$/,
};

/** Allowed values, or a pattern. @type {Record<string, string[] | RegExp>} */
const GRAMMAR = {
  lang: LANGS,
  audience: ['staff', 'ngo'],
  situation: /^[a-z][a-z0-9-]{0,63}$/,
  clause: /^\d{1,2}(\.\d{1,2}){1,2}$/,
  theme: ['auto', 'light', 'dark'],
  height: ['auto', 'fixed'],
};
/** Compared in lower case. */
const KEYWORDS = Object.keys(GRAMMAR);
for (const group of ['contact', 'contact-ngo', 'contact-outside']) {
  for (const [part, grammar] of Object.entries(CONTACT)) {
    GRAMMAR[`${group}-${part}`] = grammar;
  }
}
// looks.js validates looks.
for (const name of ['accent', 'background', 'font', 'radius', 'text-size']) {
  GRAMMAR[name] = LINE;
}

/** Used only by the loader; validated here for the hint in the console. @type {Record<string, RegExp>} */
const OF_LOADER = {
  'exit-url': /^https?:\/\/\S+$/,
  src: /^(\.{0,2}|https?:)\/[^\s#]+$/,
};

/**
 * Ignores unknown names and invalid values. If a name is repeated, the first valid value counts. An empty value
 * counts as missing.
 *
 * @param {string} text
 * @returns {Options}
 */
export function readOptions(text) {
  const given = new URLSearchParams(text);
  /** @type {Options} */
  const options = {};
  for (const [name, grammar] of Object.entries({ ...GRAMMAR, ...OF_LOADER })) {
    const good = given.getAll(name).map((value) => understand(name, value, grammar)).find(Boolean);
    if (good && !(name in OF_LOADER)) {
      options[name] = good;
    }
  }
  // The language of the site's page, which only the loader sends. It also means that the loader shows the button
  // “Leave quickly”.
  const page = given.get('page');
  if (page !== null) {
    options.leave = 'outside';
    options.lang ??= language(page) ?? 'kk';
  }
  return options;
}

/**
 * @param {string} name
 * @param {string} given
 * @param {string[] | RegExp} grammar
 * @returns {string | undefined}
 */
function understand(name, given, grammar) {
  let value = given.trim();
  if (KEYWORDS.includes(name)) {
    value = name === 'lang' ? language(value) ?? value : value.toLowerCase();
  }
  if (grammar instanceof RegExp ? grammar.test(value) : grammar.includes(value)) {
    return value;
  }
  if (value) {
    adviseOn(name, given, grammar);
  }
}

/** The language of a tag such as kk-KZ. @param {string} tag */
function language(tag) {
  return LANGS.find((lang) => lang === tag.trim().toLowerCase().replace(/-.*/, ''));
}

/**
 * Stores the options for the program and the styles: as `data-…` on the root, and as the theme of the document.
 *
 * @param {HTMLElement} adal
 * @param {Options} options
 */
export function leaveOptions(adal, options) {
  for (const [name, value] of Object.entries(options)) {
    if (value) {
      adal.setAttribute(`data-${name}`, value);
    } else {
      adal.removeAttribute(`data-${name}`);
    }
  }
  adal.dataset.lang ??= 'kk';
  document.documentElement.dataset.theme = adal.dataset.theme ?? 'auto';
}
