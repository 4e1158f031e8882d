'use strict';

/**
 * Of something of n8n's only what the code under test asks for.
 *
 * @template T
 * @param {Partial<NoInfer<T>>} part
 * @returns {T}
 */
const partOf = (part) => /** @type {T} */ (part);

module.exports = { partOf };
