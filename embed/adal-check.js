/*! adal-check: the element <adal-check> shows the self-check in a sandboxed frame. MIT OR Apache-2.0. */
/*
 * Messages are texts, written as in the fragment of an address; adal=1 is the version. Out of the frame:
 *   adal=1&type=ready                   it can be shown
 *   adal=1&type=height&height=600       its content is so high, in CSS pixels
 *   adal=1&type=top                     a new page begins
 *   adal=1&type=language&lang=ru        the person chose kk, ru or en
 *   adal=1&type=leave                   be rid of it at once
 *   adal=1&type=failed                  it cannot go on
 * Into the frame, after ready, the settings that have changed since; an empty one has been taken away:
 *   adal=1&type=attributes&theme=dark
 * Never an answer, a finding or a count. The whole protocol stands in docs/EMBEDDING.md.
 */
(() => {
  // A page that is rendered on a server has no element yet.
  if (typeof document === 'undefined') {
    return;
  }
  const TAG = 'adal-check';
  /** There is none where a bundler made this file a part of a module. */
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const PATIENCE_MS = 20000;
  const PATIENCE_AFTER_LOAD_MS = 5000;
  const LANGS = ['kk', 'ru', 'en'];
  const GROUPS = ['contact-', 'contact-ngo-', 'contact-outside-'];
  const LINE = /^[^\p{C}]{1,200}$/u;
  const WORDING = /^(contact|exit|notice|src)/;
  /** What only the host page needs. */
  const OURS = ['exit-url', 'notice', 'src', 'withdrawn'];
  /** No scheme that runs what the address itself holds. */
  const ADDRESS = /^(https?:\/|\.{0,2}\/)[^\s#]{1,500}$/;
  /** Custom properties that the frame may take over. */
  const LOOKS = ['accent', 'background', 'font', 'radius', 'text-size'];
  /** Allowed values, or how a value is written. @type {Record<string, string[] | RegExp>} */
  const ATTRIBUTES = {
    lang: LANGS,
    audience: ['staff', 'ngo'],
    situation: /^[a-z][a-z0-9-]{0,63}$/,
    clause: /^\d{1,2}(\.\d{1,2}){1,2}$/,
    theme: ['auto', 'light', 'dark'],
    height: ['auto', 'fixed'],
    'exit-url': /^https?:\/\/\S{1,200}$/,
    notice: /^[^]{1,2000}$/,
    src: ADDRESS,
    withdrawn: /^/,
  };
  for (const group of GROUPS) {
    ATTRIBUTES[`${group}name`] = LINE;
    ATTRIBUTES[`${group}phone`] = /^\+?[\d ()-]{3,30}$/;
    ATTRIBUTES[`${group}email`] = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
    ATTRIBUTES[`${group}url`] = /^https:\/\/\S{1,190}$/;
  }
  const NAMES = Object.keys(ATTRIBUTES);
  /** @type {Record<string, string>} */
  const TITLES = {
    kk: 'Сыбайлас жемқорлыққа қарсы стандарт: өзін-өзі тексеру',
    ru: 'Антикоррупционный стандарт: самопроверка',
    en: 'Anti-Corruption Standard: self-check',
  };
  /** @type {Record<string, string>} */
  const LEAVE = { kk: 'Тез шығу', ru: 'Быстро уйти', en: 'Leave quickly' };
  const LINKS = { phone: 'tel:', email: 'mailto:', url: '' };

  /** @param {string} words */
  const warn = (words) => console.warn(`${TAG}: ${words}`);

  /** @param {string | null | undefined} tag */
  const knownLang = (tag) => LANGS.find((lang) => lang === tag?.trim().toLowerCase().replace(/-.*/, ''));

  /**
   * @param {string} href
   * @param {string} words
   */
  const link = (href, words) => Object.assign(document.createElement('a'), { href, textContent: words });

  /** The frame's file: that of `src`, else the one beside this script. @param {Element} element */
  const fileOf = (element) => {
    const src = element.getAttribute('src')?.trim() ?? '';
    return ADDRESS.test(src) ? src : new URL('adal-check.html', script?.src || document.baseURI).href;
  };

  /** Where nothing stands in the element, the check by itself is its fallback. @param {Element} element */
  const fill = (element) => {
    if (!element.firstElementChild && !element.hasAttribute('withdrawn')) {
      const lang = knownLang(element.getAttribute('lang')) ?? knownLang(document.documentElement.lang) ?? 'kk';
      element.append(link(`${fileOf(element)}#lang=${lang}`, TITLES[lang] ?? ''));
    }
  };

  const given = [...(script?.attributes ?? [])].filter(({ name }) => /^data-/.test(name) && NAMES.includes(name.slice(5)));
  if (script && given.length) {
    if (script.closest('head')) {
      warn('move the script tag from the head to where the check should stand.');
    }
    const element = document.createElement(TAG);
    for (const { name, value } of given) {
      element.setAttribute(name.slice(5), value);
    }
    fill(element);
    script.after(element);
  }

  // Another tag, or another version, was there first.
  if (customElements.get(TAG)) {
    return;
  }
  let noted = false;

  // While waiting, the frame stays in the layout: browsers hold back frames that are not.
  const style = new CSSStyleSheet();
  style.replaceSync(`:host{display:block}:host([hidden]){display:none}:host([height=fixed i]){height:40rem}
:host([height=fixed i]){display:flex;flex-direction:column}
iframe{display:block;flex:none;width:100%;height:1px;border:0;visibility:hidden}
.shown{height:600px;visibility:visible}.fixed{flex:1;min-height:0;height:0!important}
button{position:sticky;top:0;z-index:1;display:block;margin:0 0 0 auto;padding:.6em 1em;
border:2px solid canvas;border-radius:.4em;background:canvastext;color:canvas;font:inherit;font-weight:600;cursor:pointer}
@media print{button{display:none}}
[hidden],div:empty{display:none}p,[part=notice]{margin:.5em 0;overflow-wrap:anywhere;white-space:pre-line}a{color:inherit}`);

  customElements.define(
    TAG,
    class extends HTMLElement {
      static observedAttributes = NAMES;

      #fallback = document.createElement('slot');
      #notice = document.createElement('div');
      #contacts = document.createElement('div');
      /** In sight while the page scrolls, as nothing in a frame can be that is as high as its page. */
      #leaveButton = document.createElement('button');
      /** @type {HTMLIFrameElement | undefined} */
      #frame;
      /** @type {Record<string, string>} */
      #values = {};
      /** What the frame knows. @type {Record<string, string>} */
      #told = {};
      #ready = false;
      /** For good: what was removed while it stood there does not come again. */
      #closed = false;
      #timer = 0;
      /** Ends all listening; there is none before the element stands in a page. @type {AbortController | undefined} */
      #listening;

      constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [style];
        this.#notice.setAttribute('part', 'notice');
        this.#contacts.setAttribute('part', 'contacts');
        this.#leaveButton.setAttribute('part', 'leave');
        this.#leaveButton.type = 'button';
        this.#leaveButton.hidden = true;
        this.#leaveButton.onclick = () => this.#leave();
        root.append(this.#notice, this.#leaveButton, this.#fallback, this.#contacts);
      }

      connectedCallback() {
        this.#listening = new AbortController();
        const { signal } = this.#listening;
        addEventListener('message', (event) => this.#hear(event), { signal });
        matchMedia('(prefers-color-scheme:dark)').addEventListener('change', () => this.refresh(), { signal });
        this.#closed = false;
        if (document.readyState !== 'loading') {
          fill(this);
        }
        this.refresh();
        if (!noted && !Object.keys(this.#values).some((name) => name.startsWith(GROUPS[0] ?? ''))) {
          noted = true;
          console.info(`${TAG}: no contact-… attribute is set, so nobody to turn to is named.`);
        }
      }

      disconnectedCallback() {
        this.#listening?.abort();
        this.#listening = undefined;
        this.#remove();
      }

      /** With this, `moveBefore` keeps the frame and what a person has done in it. */
      connectedMoveCallback() {}

      /**
       * @param {string} name
       * @param {string | null} _old
       * @param {string | null} given
       */
      attributeChangedCallback(name, _old, given) {
        const allowed = ATTRIBUTES[name] ?? [];
        let value = given?.trim() ?? '';
        if (!WORDING.test(name)) {
          value = value.toLowerCase();
        }
        if (name === 'lang') {
          value = value.replace(/-.*/, '');
        }
        delete this.#values[name];
        if ('test' in allowed ? allowed.test(value) : allowed.includes(value)) {
          if (given !== null) {
            this.#values[name] = value;
          }
        } else if (value) {
          const expected = 'test' in allowed ? `written as ${allowed.source}` : `one of ${allowed.join(', ')}`;
          warn(`${name}="${given}" is ignored; it must be ${expected}.`);
        }
        this.refresh();
      }

      /** Shows what the attributes say now, and reads the custom properties again. */
      refresh() {
        if (!this.#listening) {
          return;
        }
        this.#notice.textContent = this.#values.notice ?? '';
        this.#showContacts();
        if ('withdrawn' in this.#values) {
          this.#remove();
          const file = link(fileOf(this), '').href;
          this.querySelectorAll('a').forEach((offer) => offer.href.startsWith(file) && offer.remove());
        } else if (this.#frame) {
          this.#tell();
        } else if (!this.#closed) {
          this.#open();
        }
      }

      #showContacts() {
        this.#contacts.textContent = '';
        for (const group of GROUPS) {
          const line = document.createElement('p');
          line.append(this.#values[`${group}name`] ?? '');
          for (const [part, scheme] of Object.entries(LINKS)) {
            const value = this.#values[group + part];
            if (value) {
              const href = scheme + (part === 'phone' ? value.replace(/[^+\d]/g, '') : value);
              line.append(line.textContent ? ' · ' : '', link(href, value));
            }
          }
          if (line.textContent) {
            this.#contacts.append(line);
          }
        }
      }

      /** What the frame may know: the attributes that concern it, and the looks that the page gives the element. */
      #settings() {
        const lang = knownLang(document.documentElement.lang) ?? 'kk';
        const looks = getComputedStyle(this);
        /** @type {Record<string, string>} */
        const settings = { lang, ...this.#values, leave: 'outside' };
        for (const name of OURS) {
          delete settings[name];
        }
        for (const name of LOOKS) {
          const value = looks.getPropertyValue(`--adal-${name}`).trim();
          if (value) {
            settings[name] = value;
          }
        }
        return settings;
      }

      #open() {
        this.#told = this.#settings();
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts allow-downloads allow-modals');
        frame.allow = 'clipboard-write';
        frame.referrerPolicy = 'no-referrer';
        frame.src = `${fileOf(this)}#${new URLSearchParams(this.#told)}`;
        let loads = 0;
        frame.onload = () => {
          // A second document in the frame is not the one that was asked for.
          if (++loads > 1) {
            this.#fail('reloaded', true);
          } else if (!this.#ready) {
            this.#wait(PATIENCE_AFTER_LOAD_MS);
          }
        };
        this.#frame = frame;
        this.#name(this.#told.lang);
        this.#wait(PATIENCE_MS);
        this.#fallback.before(frame);
      }

      /** @param {number} patience */
      #wait(patience) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          warn(`no answer from ${fileOf(this)}. Is the file there, and whole? Its server must not add X-Frame-Options or ` +
            'Content-Security-Policy to it; frame-src and Embedder-Policy of this page must allow it.');
          this.#fail('timeout', false);
        }, patience);
      }

      /** @param {MessageEvent} event */
      #hear({ source, data }) {
        if (!this.#frame || source !== this.#frame.contentWindow || typeof data !== 'string') {
          return;
        }
        const { adal, type, height, lang } = Object.fromEntries(new URLSearchParams(data));
        if (adal !== '1') {
          return;
        }
        if (type === 'ready' && !this.#ready) {
          this.#ready = true;
          clearTimeout(this.#timer);
          this.#fallback.hidden = true;
          this.#leaveButton.hidden = false;
          this.#tell();
          this.dispatchEvent(new Event('adal-ready'));
        } else if (type === 'height' && Number(height) > 0) {
          this.#frame.style.height = `${Math.min(Math.max(Number(height), 200), 100000)}px`;
        } else if (type === 'top') {
          const { top } = this.getBoundingClientRect();
          if (top < 0 || top >= innerHeight) {
            this.scrollIntoView();
          }
        } else if (type === 'language' && lang && LANGS.includes(lang)) {
          this.#name(lang);
        } else if (type === 'leave') {
          this.#leave();
        } else if (type === 'failed') {
          // What a person has read so far stays in sight.
          this.#fail('failed', !this.#ready);
        }
      }

      /** @param {string | undefined} lang */
      #name(lang) {
        if (this.#frame && lang) {
          this.#frame.lang = this.dataset.lang = lang;
          this.#frame.title = TITLES[lang] ?? '';
          this.#leaveButton.lang = lang;
          this.#leaveButton.textContent = LEAVE[lang] ?? '';
        }
      }

      #leave() {
        this.#close();
        if (this.#values['exit-url']) {
          location.replace(this.#values['exit-url']);
        }
      }

      #tell() {
        if (!this.#frame || !this.#ready) {
          return;
        }
        const settings = this.#settings();
        const changed = Object.keys({ ...this.#told, ...settings })
          .filter((name) => settings[name] !== this.#told[name])
          .map((name) => [name, settings[name] ?? '']);
        this.#frame.className = `shown ${settings.height ?? ''}`;
        if (changed.length) {
          this.#told = settings;
          this.#frame.contentWindow?.postMessage(`adal=1&type=attributes&${new URLSearchParams(changed)}`, '*');
        }
      }

      /**
       * @param {string} reason
       * @param {boolean} forGood
       */
      #fail(reason, forGood) {
        fill(this);
        this.#fallback.hidden = false;
        if (forGood) {
          this.#close();
        }
        this.dispatchEvent(new CustomEvent('adal-failed', { detail: { reason } }));
      }

      #close() {
        this.#closed = true;
        this.#remove();
      }

      #remove() {
        clearTimeout(this.#timer);
        this.#frame?.remove();
        this.#frame = undefined;
        this.#ready = false;
        this.#leaveButton.hidden = true;
        this.#fallback.hidden = false;
      }
    },
  );
})();
