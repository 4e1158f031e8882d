'use strict';

/** n8n without telemetry, banners and questions; nothing is fetched from the network. */
const QUIET = {
	N8N_AI_ENABLED: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_PYTHON_ENABLED: 'false',
	N8N_SECURE_COOKIE: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
};

/** Variables of the surrounding shell that would change what n8n does. */
const FOREIGN =
	/^(N8N|DB|EXECUTIONS|QUEUE|NODES|NODE_FUNCTION|npm|JEST|VOICE_CALL)_|^(NODE_ENV|NODE_OPTIONS|WEBHOOK_URL|GENERIC_TIMEZONE)$/;

/**
 * The whole environment of an n8n process.
 *
 * @param {{ userFolder: string, port: number, brokerPort: number, healthPort: number }} place
 * @param {NodeJS.ProcessEnv} extra settings that win over all others
 * @returns {NodeJS.ProcessEnv}
 */
function n8nEnvironment({ userFolder, port, brokerPort, healthPort }, extra) {
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		...QUIET,
		NODE_ENV: 'production',
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(healthPort),
		...extra,
	};
}

module.exports = { n8nEnvironment };
