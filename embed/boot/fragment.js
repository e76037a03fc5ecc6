/**
 * How the host's page says what to show: text such as `lang=kk&clause=3.6&audience=ngo`, first as the fragment of the
 * address, later as a message. Strict: what is not understood is left out. A fragment is never sent to a server, and
 * nothing else of the address is read.
 */

/** @typedef {Record<string, string>} Options */

/** Printable words in one line. */
const LINE = /^[^\p{C}]{1,200}$/u;

const CONTACT = {
  name: LINE,
  phone: /^\+?[\d ()-]{3,30}$/,
  email: /^[^\s@]{1,64}@[^\s@]{1,190}$/,
  url: /^https:\/\/\S{1,190}$/,
};

/** @type {Record<string, RegExp>} */
const GRAMMAR = {
  lang: /^(kk|ru|en)$/,
  audience: /^(staff|ngo)$/,
  situation: /^[a-z][a-z0-9-]{0,63}$/,
  clause: /^\d{1,2}(\.\d{1,2}){1,2}$/,
  theme: /^(auto|light|dark)$/,
  height: /^(auto|fixed)$/,
  // The loader has a button of its own to leave by.
  leave: /^outside$/,
};
for (const group of ['contact', 'contact-ngo', 'contact-outside']) {
  for (const [part, grammar] of Object.entries(CONTACT)) {
    GRAMMAR[`${group}-${part}`] = grammar;
  }
}
// What a look may be is for looks.js to say.
for (const name of ['accent', 'background', 'font', 'radius', 'text-size']) {
  GRAMMAR[name] = LINE;
}

/**
 * Unknown names and values are left out; of a name that stands twice, the first good value counts. An empty value says
 * that the option has been taken away.
 *
 * @param {string} text
 * @returns {Options}
 */
export function readOptions(text) {
  const given = new URLSearchParams(text);
  /** @type {Options} */
  const options = {};
  for (const [name, grammar] of Object.entries(GRAMMAR)) {
    const value = given.getAll(name).find((value) => value === '' || grammar.test(value));
    if (value !== undefined) {
      options[name] = value;
    }
  }
  return options;
}

/**
 * Leaves the options where the program and the styles find them: `data-…` of the root, and the theme of the document.
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
