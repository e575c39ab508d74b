export { htmlEdition } from './html/index.js';
