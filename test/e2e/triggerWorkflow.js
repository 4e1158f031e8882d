'use strict';

const workflows = require('../../tools/workflows/triggerWorkflow');
const ownParameters = require('../subjects/parameters.json');

/**
 * The options with what the form of a provider has to say besides.
 *
 * @param {import('../../tools/workflows/triggerWorkflow').TriggerOptions} options
 */
const complete = ({ parameters, ...options }) => ({
	...options,
	parameters: { ...ownParameters[options.provider], ...parameters },
});

/** @type {typeof workflows.publishTriggerWorkflow} */
const publishTriggerWorkflow = (client, options) =>
	workflows.publishTriggerWorkflow(client, complete(options));

/** @type {typeof workflows.createTriggerWorkflow} */
const createTriggerWorkflow = (client, options) =>
	workflows.createTriggerWorkflow(client, complete(options));

module.exports = { ...workflows, createTriggerWorkflow, publishTriggerWorkflow };
