/** Only for the development page, which has no start pages: leaves the options for the program as the frame does. */
import { leaveOptions, readFragment } from './fragment.js';

const adal = document.getElementById('adal');
if (adal) {
  leaveOptions(adal, readFragment(location.hash));
}
