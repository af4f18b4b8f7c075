// The second part of the program, which the first calls for when a view needs it.

/** What brings something once, however often it is asked for; after a failure it tries again. */
export function once(bring) {
  let brought;
  return () => (brought ??= bring().catch((error) => {
    brought = undefined;
    throw error;
  }));
}

/**
 * What teaches the program a language, once, and resolves to its table, as a text.
 *
 * @param learn takes the tag of the language and its table in
 * @param joined brings the second part, which reads the table
 * @param table resolves to the table of a language, as a text
 */
export function teaching(learn, joined, table) {
  const taught = {};
  return (tag) => (taught[tag] ??= once(async () => {
    const words = table(tag);
    await joined();
    learn(tag, await words);
    return words;
  }))();
}

/**
 * What brings the second part.
 *
 * @param first what the first part exports
 * @param bytes resolves to the second part, as bytes
 */
export function joining(first, bytes) {
  return once(async () => WebAssembly.instantiate(await bytes(), { first }));
}
