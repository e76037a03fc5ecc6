/**
 * Starts the frame: shuts the ways out, shows a start page that can be used at once, then unpacks and runs the program.
 * The bundle puts this file, its modules and the program's own script together into the one script of the frame.
 */
import './boot/shut.js';
import { initSync } from 'adal-program';
import { watchFailures } from './boot/failure.js';
import { leaveOptions, readFragment } from './boot/fragment.js';
import { openStartPage } from './boot/start_page.js';
import { unpackProgram } from './boot/unpack.js';

const adal = document.getElementById('adal');
if (adal) {
  const options = readFragment(location.hash);
  leaveOptions(adal, options);
  const fail = watchFailures(adal);
  const startPage = openStartPage(adal, options);
  unpackProgram()
    .then((module) => {
      initSync({ module });
      startPage.close();
    })
    .catch(fail);
}
