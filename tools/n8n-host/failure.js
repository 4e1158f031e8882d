'use strict';

/**
 * An expected failure: its message is for a person, says what happened and what to do,
 * and needs no stack trace. Commands print the message alone and exit with status 1.
 */
class HostFailure extends Error {
	/** @param {string} message what happened and what to do, in one or two sentences */
	constructor(message) {
		super(message);
		this.name = 'HostFailure';
	}
}

/**
 * Prints an error the way a person wants to see it: one sentence if it was foreseen, the stack if not.
 *
 * @param {unknown} error
 */
function reportFailure(error) {
	const foreseen = error instanceof Error && error.name === 'HostFailure';
	const { stack } = /** @type {Partial<Error>} */ (error ?? {});
	process.stderr.write(`\n${foreseen ? error.message : (stack ?? error)}\n`);
}

/**
 * The code of an error of Node.js.
 *
 * @param {unknown} error
 * @returns {string | undefined} e.g. `ENOENT`
 */
function codeOf(error) {
	// Within Jest an error of Node.js is no instance of the Error that is known here.
	return /** @type {NodeJS.ErrnoException} */ (error)?.code;
}

module.exports = { HostFailure, codeOf, reportFailure };
