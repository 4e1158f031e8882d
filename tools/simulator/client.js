'use strict';

/**
 * Asks a simulator as a well-behaved client would, for the simulator's own tests.
 *
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string>, json?: unknown, body?: string | Buffer }} [request]
 * @returns {Promise<{ status: number, headers: Headers, text: string, json: any }>} `json` is
 *   undefined when the answer is not JSON
 */
async function ask(url, { method = 'POST', headers = {}, json, body } = {}) {
	const response = await fetch(url, {
		method,
		headers: { ...(json !== undefined && { 'Content-Type': 'application/json' }), ...headers },
		body: json === undefined ? body : JSON.stringify(json),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

/** @param {string} text */
function parsed(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** @typedef {Pick<import('./server').Simulator, 'credentials' | 'urls'>} Simulator */

/** @param {Simulator} simulator */
const bearer = ({ credentials }) => ({
	Authorization: `Bearer ${credentials.huskyVoice.apiKey}`,
});

/** @param {Simulator} simulator */
const basic = ({ credentials: { enableX } }) => ({
	Authorization: `Basic ${Buffer.from(`${enableX.appId}:${enableX.appKey}`).toString('base64')}`,
});

/** @param {Simulator} simulator */
const keyPair = ({ credentials: { miraiMinds } }) => ({
	'x-public-key': miraiMinds.publicKey,
	'x-private-key': miraiMinds.privateKey,
	workspace: miraiMinds.workspace,
});

const huskyVoiceCall = { agent_id: 'agent_123', contact_number: '+919876543210' };
const enableXCall = { from: '+918045678900', to: '+919876543210' };
const miraiMindsCall = { phoneNumber: '+919876543210', assistant: 'asst_1', payload: {} };

/**
 * @param {Simulator} simulator
 * @param {object} [fields]
 * @param {Record<string, string>} [headers]
 */
const createHuskyVoice = (simulator, fields = huskyVoiceCall, headers = {}) =>
	ask(`${simulator.urls.huskyVoice}/calls`, {
		headers: { ...bearer(simulator), ...headers },
		json: fields,
	});

/**
 * @param {Simulator} simulator
 * @param {object} [data]
 */
const createByHook = (simulator, data = huskyVoiceCall) =>
	ask(simulator.urls.huskyVoiceInbound, { json: { action: 'call.create', data } });

/**
 * @param {Simulator} simulator
 * @param {object} [fields]
 */
const createEnableX = (simulator, fields = enableXCall) =>
	ask(`${simulator.urls.enableX}/call`, { headers: basic(simulator), json: fields });

/**
 * Something to do with a live call: `call/<id>/play` and the like.
 *
 * @param {Simulator} simulator
 * @param {string} path
 * @param {unknown} [json]
 * @param {string} [method]
 */
const enableXAction = (simulator, path, json, method = 'PUT') =>
	ask(`${simulator.urls.enableX}/${path}`, { method, headers: basic(simulator), json });

/**
 * @param {Simulator} simulator
 * @param {object} [fields]
 */
const createMiraiMinds = (simulator, fields = miraiMindsCall) =>
	ask(`${simulator.urls.miraiMinds}/v2/call/initiate`, {
		headers: keyPair(simulator),
		json: fields,
	});

module.exports = {
	ask,
	basic,
	bearer,
	createByHook,
	createEnableX,
	createHuskyVoice,
	createMiraiMinds,
	enableXAction,
	enableXCall,
	huskyVoiceCall,
	keyPair,
	miraiMindsCall,
};
