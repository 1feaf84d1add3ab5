/** Returns this process's environment as a user's shell would have it: without what the test runner sets. */
export function userEnvironment(more: Record<string, string> = {}): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(
    ([name]) => name !== 'NODE_ENV' && name !== 'MODE' && !/^(?:VITE|VITEST|TEST$|DEV$|PROD$|SSR$)/.test(name),
  );
  return { ...Object.fromEntries(own), ...more };
}
