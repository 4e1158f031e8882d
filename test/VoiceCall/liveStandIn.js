'use strict';

const { runNode } = require('./runNode');
const { credentialsFor, startSimulator } = require('./standIn');

/**
 * A new stand-in for each test of a file, and the node that asks it about a live call.
 *
 * @param {string} provider
 * @param {string} credentialType
 */
function liveStandIn(provider, credentialType) {
	const at = {
		/** @type {Awaited<ReturnType<typeof startSimulator>>} of the test that runs */
		simulator: undefined,
		/** @param {object} [settings] of another stand-in in place of the present one */
		start: async (settings) => {
			await at.simulator?.stop();
			at.simulator = await startSimulator({ limit: null, ...settings });
		},
		run: async (parameters, more = {}) => {
			const [item] = await runNode({
				parameters: { provider, ...parameters },
				credentials: { [credentialType]: credentialsFor(at.simulator)[credentialType] },
				...more,
			});
			return item.json;
		},
		/** Under "continue": what went wrong as an item. */
		failed: async (parameters, more = {}) =>
			await at.run(parameters, { settings: { onError: 'continueRegularOutput' }, ...more }),
	};
	beforeEach(async () => await at.start());
	afterEach(async () => {
		await at.simulator.stop();
		at.simulator = undefined;
	});
	return at;
}

module.exports = { liveStandIn };
