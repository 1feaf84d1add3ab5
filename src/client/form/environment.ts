import { config } from 'zod';

// Imported before the schemas: zod else compiles its checks by `new Function`, which a strict Content-Security-Policy refuses.
config({ jitless: true });

// gray-matter keeps the bytes of a text as Node's Buffer; nothing in the browser reads them.
if (!('Buffer' in globalThis))
  Object.assign(globalThis, { Buffer: { from: (text: string) => new TextEncoder().encode(text) } });
