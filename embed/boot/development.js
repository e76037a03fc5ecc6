/** Only for the development page, which has no start pages: handles options, files and leaving like the frame. */
import { copyTexts } from './copy.js';
import { takeDrops } from './drop.js';
import { leaveOptions, readOptions } from './fragment.js';
import { watchLeaving } from './leave.js';
import { wearLooks } from './looks.js';
import { saveFiles } from './save.js';

const adal = document.getElementById('adal');
if (adal) {
  leaveOptions(adal, readOptions(location.hash.slice(1)));
  wearLooks(adal);
  saveFiles(adal);
  copyTexts(adal);
  takeDrops(adal);
  watchLeaving(adal);
}
