/**
 * The start page before the program runs: one of three in the file, with working language switch and choices. The
 * program reads the choices from the page; nothing is stored here.
 */

/** @typedef {import('./fragment.js').Options} Options */

const SEARCH = 'input[type="search"]';
const FILE = 'input[type="file"]';

/**
 * Shows the start page for the options and handles it until `close`; `follow` takes later options.
 *
 * @param {HTMLElement} adal contains the Kazakh start page; the others are in `template`
 * @param {Options} options
 * @returns {{ close: () => void, follow: (options: Options) => void }}
 */
export function openStartPage(adal, options) {
  const pages = takePages(adal);
  const listening = new AbortController();
  const { signal } = listening;
  adal.addEventListener('change', () => showWhatConcerns(adal), { signal });
  adal.addEventListener('click', (event) => onClick(adal, pages, event), { signal });
  /** @param {Options} options */
  const follow = ({ lang, audience, situation }) => {
    if (!signal.aborted) {
      turnTo(adal, pages, lang);
      preselect(adal, { audience, situation });
      showWhatConcerns(adal);
    }
  };
  // After a reload the history has a number, and the program continues from it.
  adal.dataset.page = `${Number(history.state) || 0}`;
  follow(options);
  return { close: () => listening.abort(), follow };
}

/**
 * Only one page at a time may be in the document, because ids and radio groups of two would collide.
 *
 * @param {HTMLElement} adal
 * @returns {Map<string, HTMLElement>}
 */
function takePages(adal) {
  /** @type {Map<string, HTMLElement>} */
  const pages = new Map();
  for (const template of document.querySelectorAll('template')) {
    const page = template.content.firstElementChild;
    if (page instanceof HTMLElement) {
      pages.set(page.lang, page);
    }
    template.remove();
  }
  const shown = adal.firstElementChild;
  if (shown instanceof HTMLElement) {
    pages.set(shown.lang, shown);
  }
  return pages;
}

/**
 * @param {HTMLElement} adal
 * @param {Map<string, HTMLElement>} pages
 * @param {Event} event
 */
function onClick(adal, pages, event) {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (button?.dataset.lang) {
    turnTo(adal, pages, button.dataset.lang);
    showWhatConcerns(adal);
  } else if (button?.dataset.action) {
    adal.dataset.pressed = button.dataset.action;
    showPressed(adal);
  }
}

/**
 * @param {HTMLElement} adal
 * @param {Map<string, HTMLElement>} pages
 * @param {string | undefined} lang
 */
function turnTo(adal, pages, lang) {
  const from = adal.firstElementChild;
  const to = pages.get(lang ?? '');
  if (!to || !(from instanceof HTMLElement) || to === from) {
    return;
  }
  carryChoices(from, to);
  const focused = from.contains(document.activeElement) ? document.activeElement : null;
  from.replaceWith(to);
  adal.dataset.lang = to.lang;
  document.documentElement.lang = to.lang;
  document.title = to.querySelector('h1')?.textContent ?? document.title;
  showPressed(adal);
  twin(focused, to)?.focus({ preventScroll: true });
}

/**
 * @param {HTMLElement} from
 * @param {HTMLElement} to
 */
function carryChoices(from, to) {
  const chosen = new Set();
  for (const input of from.querySelectorAll('input')) {
    if (input.checked) {
      chosen.add(`${input.name}=${input.value}`);
    }
  }
  for (const input of to.querySelectorAll('input')) {
    input.checked = chosen.has(`${input.name}=${input.value}`);
  }
  const typed = from.querySelector(SEARCH);
  const field = to.querySelector(SEARCH);
  if (typed instanceof HTMLInputElement && field instanceof HTMLInputElement) {
    field.value = typed.value;
  }
  const given = from.querySelector(FILE);
  const control = to.querySelector(FILE);
  if (given instanceof HTMLInputElement && control instanceof HTMLInputElement) {
    control.files = given.files;
  }
}

/**
 * The element of the new page that corresponds to the focused one, so that the focus is not lost.
 *
 * @param {Element | null} focused
 * @param {HTMLElement} page
 * @returns {HTMLElement | null}
 */
function twin(focused, page) {
  if (focused instanceof HTMLButtonElement && focused.dataset.lang) {
    return page.querySelector(`button[data-lang="${focused.dataset.lang}"]`);
  }
  return focused?.id ? page.querySelector(`[id="${focused.id}"]`) : null;
}

/**
 * Applies what the host page already knows.
 *
 * @param {HTMLElement} adal
 * @param {{ audience: string | undefined, situation: string | undefined }} options
 */
function preselect(adal, { audience, situation }) {
  const wanted = [
    audience && `input[data-audience="${audience}"]`,
    situation && `input[name="situation"][value="${situation}"]`,
  ];
  for (const selector of wanted) {
    const input = selector && adal.querySelector(selector);
    if (input instanceof HTMLInputElement) {
      input.checked = true;
    }
  }
}

/**
 * Who asks decides what else is shown: `data-for-who` lists values of the radio `who` and of the checkboxes `role`.
 *
 * @param {HTMLElement} adal
 */
function showWhatConcerns(adal) {
  /** @type {HTMLInputElement | null} */
  const chosen = adal.querySelector('input[name="who"]:checked');
  const who = chosen ? [chosen.value] : [];
  adal.dataset.who = who.join();
  adal.toggleAttribute('data-began', Boolean(chosen));
  showFor(adal, who);
  // A ticked role that is now hidden does not count.
  const roles = [...adal.querySelectorAll('input[name="role"]:checked')].filter((role) => !role.closest('[hidden]'));
  showFor(adal, who.concat(roles.map((role) => role.getAttribute('value') ?? '')));
}

/**
 * @param {HTMLElement} adal
 * @param {string[]} people
 */
function showFor(adal, people) {
  for (const part of adal.querySelectorAll('[data-for-who]')) {
    const concerned = part.getAttribute('data-for-who')?.split(' ') ?? [];
    part.toggleAttribute('hidden', !people.some((person) => concerned.includes(person)));
  }
}

/**
 * Marks a button that was pressed too early; the program acts on it when it runs.
 *
 * @param {HTMLElement} adal
 */
function showPressed(adal) {
  const { pressed } = adal.dataset;
  for (const button of adal.querySelectorAll('button[data-action]')) {
    const waits = button instanceof HTMLElement && button.dataset.action === pressed;
    button.classList.toggle('is-waiting', waits);
    if (waits) {
      button.setAttribute('aria-disabled', 'true');
    } else {
      button.removeAttribute('aria-disabled');
    }
  }
}
