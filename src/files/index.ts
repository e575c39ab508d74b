// Writing to the disk so that nobody ever finds half of a file, and making the folders for it.
export { makeFolder } from './make-folder.js';
export { replaceFile } from './replace-file.js';
