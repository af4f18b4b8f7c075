// Why the element could not start, where its own words say more than those of the browser.

/** A part of the program cannot be had from where it should be. */
export class FetchError extends Error {}

/** The message says all that can be said. */
export class StartError extends Error {}
