/**
 * Starts the frame: closes the ways out, shows a start page that works at once, then unpacks and runs the program.
 * The bundle combines this file, its modules and the program's glue code into the one script of the frame.
 */
import './boot/shut.js';
import './boot/narrow.js';
import { initSync } from 'adal-program';
import { adviseOnContacts } from './boot/advice.js';
import { isApart, stayShut } from './boot/apart.js';
import { copyTexts } from './boot/copy.js';
import { takeDrops } from './boot/drop.js';
import { watchFailures } from './boot/failure.js';
import { leaveOptions, readOptions } from './boot/fragment.js';
import { hearHost, speakForPage } from './boot/host.js';
import { renameIds } from './boot/ids.js';
import { watchLeaving } from './boot/leave.js';
import { wearLooks } from './boot/looks.js';
import { saveFiles } from './boot/save.js';
import { openStartPage } from './boot/start_page.js';
import { unpackProgram } from './boot/unpack.js';

const adal = document.getElementById('adal');
if (adal) {
  document.querySelectorAll('.adal-dead').forEach((message) => message.remove());
  renameIds(adal);
  const options = readOptions(location.hash.slice(1));
  adviseOnContacts(options);
  leaveOptions(adal, options);
  wearLooks(adal);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => wearLooks(adal));
  // Paper is white; the host's background is only for the screen.
  addEventListener('beforeprint', () => document.documentElement.removeAttribute('style'));
  addEventListener('afterprint', () => wearLooks(adal));
  const program = watchFailures(adal);
  const startPage = openStartPage(adal, options);
  if (isApart()) {
    start(adal, options, startPage, program);
  } else {
    startPage.close();
    stayShut(adal);
  }
}

/**
 * @param {HTMLElement} adal
 * @param {import('./boot/fragment.js').Options} options
 * @param {ReturnType<typeof openStartPage>} startPage
 * @param {ReturnType<typeof watchFailures>} program
 */
function start(adal, options, startPage, program) {
  hearHost(adal, options, (changed) => {
    leaveOptions(adal, changed);
    wearLooks(adal);
    startPage.follow(changed);
  });
  saveFiles(adal);
  copyTexts(adal);
  takeDrops(adal);
  watchLeaving(adal);
  // If a clause is requested, the start page is not the first page. Only the program can show a clause.
  const isFirstPage = !options.clause;
  if (isFirstPage) {
    speakForPage(adal);
  }
  unpackProgram()
    .then((module) => {
      initSync({ module });
      program.begin();
      startPage.close();
      // If the person left before the program ran, the page was hidden until now.
      adal.hidden = false;
      if (!isFirstPage) {
        setTimeout(() => speakForPage(adal));
      }
    })
    .catch((error) => {
      // Nobody has answered anything yet: the reason tells nothing of a person.
      console.error('adal-check:', error);
      program.fail();
    });
}
