'use strict';

const { setTimeout: delay } = require('node:timers/promises');
const { dataTableMethods } = require('./dataTables');
const { HostFailure } = require('./failure');
const { executionMethods } = require('./executions');
const { testRunMethods } = require('./testRun');
const { webhookMethods } = require('./webhooks');

/**
 * Signs in to a running n8n, or sets up its owner when it has none yet, and returns the calls that
 * the editor makes. Every method throws an Error with n8n's message when n8n refuses.
 *
 * @param {string} url e.g. `http://127.0.0.1:5678`
 * @param {{ email: string, password: string }} owner
 * @param {string} [cookie] of an earlier client: goes on with its session instead of signing in
 */
async function connect(url, owner, cookie) {
	const session = createSession(url, cookie);
	if (cookie === undefined) await session.signIn(owner);
	return {
		url,
		owner,
		cookie: session.cookie,
		request: session.request,
		...credentialMethods(session),
		...workflowMethods(session),
		...executionMethods(session),
		...dataTableMethods(session),
		...webhookMethods(session),
		...testRunMethods(session),

		/** Every node type n8n knows, as the editor's nodes panel gets them. */
		nodeTypes: async () => await session.get('/types/nodes.json'),
	};
}

/**
 * @typedef {Awaited<ReturnType<typeof connect>>} Client
 *
 * @typedef {{ email: string, password: string }} Owner
 *
 * @typedef {object} Session
 * @property {string} url
 * @property {() => string} cookie
 * @property {(path: string) => Promise<any>} get any path of n8n, the JSON as it is
 * @property {(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<any>} request
 *   a path under /rest, n8n's `data` unwrapped
 *
 * @typedef {object} Credential as n8n gives it, without its secrets
 * @property {string} id
 * @property {string} name
 * @property {string} type
 *
 * @typedef {object} WorkflowNode
 * @property {string} id
 * @property {string} name
 * @property {string} type
 * @property {number} typeVersion
 * @property {number[]} [position]
 * @property {string} [webhookId]
 * @property {Record<string, any>} parameters
 * @property {Record<string, { id: string, name: string }>} [credentials]
 *
 * @typedef {object} Workflow as n8n gives it
 * @property {string} id
 * @property {string} name
 * @property {string} versionId
 * @property {WorkflowNode[]} nodes
 * @property {Record<string, any>} connections
 * @property {boolean} active
 * @property {boolean} [isArchived]
 */

/** What n8n said when it refused. */
class Refused extends Error {
	/**
	 * @param {string} message
	 * @param {number} status of HTTP
	 */
	constructor(message, status) {
		super(message);
		this.status = status;
	}
}

/**
 * @param {unknown} error
 * @param {number} status of HTTP
 */
const isRefused = (error, status) => error instanceof Refused && error.status === status;

/**
 * @param {string} url
 * @param {string} [kept] the cookie of a session that is signed in already
 */
function createSession(url, kept = '') {
	let cookie = kept;

	/**
	 * @param {string} method
	 * @param {string} path
	 * @param {unknown} [body]
	 * @param {Record<string, string>} [headers]
	 */
	const send = async (method, path, body, headers = {}) => {
		const response = await fetch(url + path, {
			method,
			headers: { 'content-type': 'application/json', cookie, ...headers },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const set = response.headers.getSetCookie().map((line) => line.split(';')[0]);
		if (set.length > 0) cookie = set.join('; ');
		const text = await response.text();
		if (!response.ok) {
			const message = `${method} ${path}: ${response.status} ${messageIn(text)}`;
			throw new Refused(message, response.status);
		}
		return text === '' ? undefined : JSON.parse(text);
	};
	/** @type {Session['request']} */
	const request = async (method, path, body, headers) => {
		const answer = await send(method, `/rest${path}`, body, headers);
		return answer && 'data' in answer ? answer.data : answer;
	};

	/**
	 * n8n takes a handful of logins a minute for one address: a refused one is tried again.
	 *
	 * @param {{ emailOrLdapLoginId: string, password: string }} credentials
	 */
	const logIn = async (credentials, triesLeft = 25) => {
		try {
			await request('POST', '/login', credentials);
		} catch (error) {
			if (!isRefused(error, 429) || triesLeft === 0) throw error;
			await delay(5000);
			await logIn(credentials, triesLeft - 1);
		}
	};

	/** @param {Owner} owner */
	const signIn = async ({ email, password }) => {
		const settings = await request('GET', '/settings');
		if (settings.userManagement.showSetupOnFirstLoad) {
			const name = { firstName: 'Voice', lastName: 'Call' };
			await request('POST', '/owner/setup', { email, password, ...name });
			return;
		}
		try {
			await logIn({ emailOrLdapLoginId: email, password });
		} catch (error) {
			if (!isRefused(error, 401)) throw error;
			throw new HostFailure(
				`n8n at ${url} does not know ${email} with this password. Remove its user folder to start afresh.`,
			);
		}
	};

	/** @type {Session['get']} */
	const get = (path) => send('GET', path);
	return { url, cookie: () => cookie, get, request, signIn };
}

/** @param {string} text body of a refusal */
function messageIn(text) {
	try {
		return JSON.parse(text).message ?? text;
	} catch {
		return text.slice(0, 300);
	}
}

/** @param {Session} session */
function credentialMethods({ request }) {
	return {
		/**
		 * @param {{ name: string, type: string, data: object }} credential
		 * @returns {Promise<Credential>}
		 */
		createCredential: (credential) => request('POST', '/credentials', credential),

		/**
		 * `data` replaces the old fields altogether.
		 *
		 * @param {string} id
		 * @param {{ name?: string, type?: string, data?: object }} credential
		 * @returns {Promise<Credential>}
		 */
		updateCredential: (id, credential) => request('PATCH', `/credentials/${id}`, credential),

		/** @param {string} id */
		deleteCredential: (id) => request('DELETE', `/credentials/${id}`),

		/**
		 * Without their secrets.
		 *
		 * @returns {Promise<Credential[]>}
		 */
		listCredentials: () => request('GET', '/credentials'),

		/**
		 * The form's "Test" button.
		 *
		 * @param {{ id: string, name: string, type: string, data: object }} credentials of a saved credential
		 * @returns {Promise<{ status: 'OK' | 'Error', message: string }>}
		 */
		testCredential: (credentials) => request('POST', '/credentials/test', { credentials }),
	};
}

/** @param {Session} session */
function workflowMethods({ request }) {
	/**
	 * @param {string} id
	 * @returns {Promise<Workflow>}
	 */
	const getWorkflow = (id) => request('GET', `/workflows/${id}`);
	return {
		/**
		 * Without pinned data, even none, the editor could not run single steps of it.
		 *
		 * @param {{ name: string, nodes: object[], connections: object, settings?: object }} workflow
		 * @returns {Promise<Workflow>}
		 */
		createWorkflow: (workflow) =>
			request('POST', '/workflows', { active: false, pinData: {}, ...workflow }),

		/**
		 * Changes a draft; activate it again to publish the change.
		 *
		 * @param {string} id
		 * @param {object} changes
		 * @returns {Promise<Workflow>}
		 */
		updateWorkflow: async (id, changes) => {
			const { versionId } = await getWorkflow(id);
			return await request('PATCH', `/workflows/${id}?forceSave=true`, { ...changes, versionId });
		},

		getWorkflow,

		/** @returns {Promise<Workflow[]>} */
		listWorkflows: () => request('GET', '/workflows'),

		/**
		 * Publishes the saved state. The webhook may need a moment more, see waitForWebhook.
		 *
		 * @param {string} id
		 */
		activate: async (id) => {
			const { versionId } = await getWorkflow(id);
			return await firstKnown(
				() => request('POST', `/workflows/${id}/activate`, { versionId }),
				() => request('PATCH', `/workflows/${id}`, { active: true, versionId }),
			);
		},

		/** @param {string} id */
		deactivate: async (id) => {
			const { versionId } = await getWorkflow(id);
			return await firstKnown(
				() => request('POST', `/workflows/${id}/deactivate`, {}),
				() => request('PATCH', `/workflows/${id}`, { active: false, versionId }),
			);
		},

		/**
		 * n8n deletes archived workflows only, and not while it still unpublishes them (409).
		 *
		 * @param {string} id
		 * @param {{ timeoutMs?: number }} [options]
		 */
		deleteWorkflow: async (id, { timeoutMs = 60_000 } = {}) => {
			await request('POST', `/workflows/${id}/archive`, {});
			for (const deadline = Date.now() + timeoutMs; ; await delay(100)) {
				try {
					return await request('DELETE', `/workflows/${id}`);
				} catch (error) {
					if (!isRefused(error, 409) || Date.now() > deadline) throw error;
				}
			}
		},
	};
}

/**
 * n8n 1.x has no address for publishing: there it is a change of the workflow.
 *
 * @param {() => Promise<any>} newer
 * @param {() => Promise<any>} older
 */
async function firstKnown(newer, older) {
	try {
		return await newer();
	} catch (error) {
		if (!isRefused(error, 404)) throw error;
		return await older();
	}
}

module.exports = { connect };
