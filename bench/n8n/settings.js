'use strict';

/** Executions are not kept: what is measured is the way in, not the disk. */
const LEAN = {
	EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
	EXECUTIONS_DATA_SAVE_ON_ERROR: 'none',
	// For the check that HuskyVoice documents, in a Code node.
	NODE_FUNCTION_ALLOW_BUILTIN: 'crypto',
};

/** The ways in which n8n can evaluate expressions; see docs/performance.md. */
const ENGINES = {
	default: { name: 'as n8n comes', label: 'n8n as it comes', env: {} },
	lazy: {
		name: 'lazy acquisition',
		label: 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true',
		env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
	},
};

/** Of tables; the keys are those of `ENGINES`. */
const ENGINE_COLUMNS = Object.entries(ENGINES).map(([key, { label }]) => ({ key, label }));

module.exports = { ENGINES, ENGINE_COLUMNS, LEAN };
