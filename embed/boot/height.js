/** How high the page is, as coarsely as the host may know it. */

/** Heights are rounded up to this many CSS pixels, so that they tell little about the page. */
const STEP = 200;
/** Room for an error message, which is not measured: so the frame need not grow for it. */
const SPARE = 160;

/**
 * The rounded height of the page in CSS pixels; 0 while the frame has no room. Neither what a person has opened nor what a
 * search or a message adds counts, and on the start page it is the height for the person with the most to choose from: it
 * tells the host that somebody began, and not who they are.
 *
 * @param {HTMLElement} adal
 * @returns {number}
 */
export function coarseHeight(adal) {
  if (adal.offsetWidth === 0) {
    return 0;
  }
  return Math.ceil((highest(adal) - opened(adal) + SPARE) / STEP) * STEP;
}

/** @param {HTMLElement} adal */
function highest(adal) {
  /** @type {HTMLElement[]} */
  const parts = [...adal.querySelectorAll('[data-for-who]')].filter((part) => part instanceof HTMLElement);
  const shown = parts.filter((part) => !part.hidden);
  /** @type {NodeListOf<HTMLElement>} */
  const added = adal.querySelectorAll('[data-unmeasured]:not([hidden])');
  // Out of the flow and not hidden: what is hidden loses the focus.
  added.forEach((part) => part.style.position = 'absolute');
  let height = ownHeight();
  if (shown.length) {
    for (const person of everybody(adal)) {
      for (const part of parts) {
        part.hidden = !part.dataset.forWho?.split(' ').some((one) => person.includes(one));
      }
      height = Math.max(height, ownHeight());
    }
    for (const part of parts) {
      part.hidden = !shown.includes(part);
    }
  }
  added.forEach((part) => part.style.position = '');
  return height;
}

function ownHeight() {
  return document.documentElement.getBoundingClientRect().height;
}

/**
 * What each kind of person can choose at most on the start page: staff with all their roles, and the others.
 *
 * @param {HTMLElement} adal
 * @returns {string[][]}
 */
function everybody(adal) {
  /** @param {string} name */
  const values = (name) => [...adal.querySelectorAll(`input[name="${name}"]`)].map((one) => one.getAttribute('value') ?? '');
  const [staff, ...others] = values('who');
  return [[staff ?? '', ...values('role')], ...others.map((other) => [other])];
}

/**
 * The height of the passages that a person has opened.
 *
 * @param {HTMLElement} adal
 */
function opened(adal) {
  let height = 0;
  for (const passage of adal.querySelectorAll('details[open]')) {
    if (!passage.parentElement?.closest('details')) {
      const closed = passage.querySelector('summary')?.getBoundingClientRect().height ?? 0;
      height += passage.getBoundingClientRect().height - closed;
    }
  }
  return height;
}
