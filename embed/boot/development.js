/** Only for the development page, which has no start pages: leaves the options for the program as the frame does. */
import { leaveOptions, readOptions } from './fragment.js';
import { wearLooks } from './looks.js';

const adal = document.getElementById('adal');
if (adal) {
  leaveOptions(adal, readOptions(location.hash.slice(1)));
  wearLooks(adal);
}
