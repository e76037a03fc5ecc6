/**
 * The fragment of the address, such as `#lang=kk&clause=3.6&audience=ngo`: how the host's page says what to show.
 * Read once. It is never sent to a server, and nothing else of the address is read.
 */

/** @typedef {'lang' | 'audience' | 'situation' | 'clause' | 'theme' | 'height'} OptionName */
/** @typedef {Partial<Record<OptionName, string>>} Options */

/** @type {Record<OptionName, RegExp>} */
const GRAMMAR = {
  lang: /^(kk|ru|en)$/,
  audience: /^(staff|ngo)$/,
  situation: /^[a-z][a-z0-9-]{0,63}$/,
  clause: /^\d{1,2}(\.\d{1,2}){1,2}$/,
  theme: /^(auto|light|dark)$/,
  height: /^(auto|fixed)$/,
};

/**
 * Unknown names and values are left out; of a name that stands twice, the first good value counts.
 *
 * @param {string} hash
 * @returns {Options}
 */
export function readFragment(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  /** @type {Options} */
  const options = {};
  for (const [name, grammar] of /** @type {[OptionName, RegExp][]} */ (Object.entries(GRAMMAR))) {
    const value = given.getAll(name).find((value) => grammar.test(value));
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
  Object.assign(adal.dataset, { lang: 'kk' }, options);
  if (options.theme === 'light' || options.theme === 'dark') {
    document.documentElement.dataset.theme = options.theme;
  }
}
