'use strict';

/**
 * What a platform wants of an answer.
 *
 * @param {unknown} condition
 * @param {string} problem why it can do nothing with the answer where the condition does not hold
 * @returns {asserts condition}
 */
function check(condition, problem) {
	if (!condition) throw new Error(problem);
}

module.exports = { check };
