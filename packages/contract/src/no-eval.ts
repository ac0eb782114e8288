import { z } from 'zod';

// In a page the content policy forbids code made of text, which the schemas would otherwise try to be quicker. This is
// said before the first of them is made.
if ('document' in globalThis) z.config({ jitless: true });
