// A member's own papers, in one file to fetch.
export { PapersPage } from './papers-page.tsx';
