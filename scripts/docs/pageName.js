'use strict';

/**
 * What a provider's page in docs/providers is called, without its ending.
 *
 * @param {string} name of the provider, e.g. `Retell AI`
 */
function pageName(name) {
	return name
		.replace(/ (?:AI|Agents)$/, '')
		.replace(/^Other \((.*)\)$/, '$1')
		.toLowerCase()
		.replaceAll(' ', '-');
}

module.exports = { pageName };
