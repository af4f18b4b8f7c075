// The script of the offline file over the catalogue that is built in: the same element, with all that it loads inside the
// file, because a page opened from a disk may fetch nothing. The release build turns the imports into these.
import { start } from "./start.js";

start();
