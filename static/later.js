// The second part of the program, which the first calls for when a view needs it.

/**
 * What brings the second part: a function that may be called any number of times.
 *
 * @param first what the first part exports
 * @param bytes resolves to the second part, as bytes
 */
export function joining(first, bytes) {
  let joined;
  const join = async () => WebAssembly.instantiate(await bytes(), { first });
  return () => (joined ??= join().catch((error) => {
    joined = undefined;
    throw error;
  }));
}
