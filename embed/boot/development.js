/** Only for the development page, which has no start pages: leaves the options and saves files as the frame does. */
import { leaveOptions, readOptions } from './fragment.js';
import { wearLooks } from './looks.js';
import { saveFiles } from './save.js';

const adal = document.getElementById('adal');
if (adal) {
  leaveOptions(adal, readOptions(location.hash.slice(1)));
  wearLooks(adal);
  saveFiles(adal);
}
