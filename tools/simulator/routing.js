'use strict';

const { createRateLimit } = require('./rate-limit');

/** @import { Answer, Exchange } from './http-exchange' */

/** @param {unknown} value */
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** @param {string|undefined} contentType */
const isJson = (contentType) => /^application\/json\s*(;|$)/i.test(contentType ?? '');

/** @param {string} part */
const decoded = (part) => {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
};

/**
 * Reads the body of a route that takes JSON; gives what to complain about, if anything.
 *
 * @param {Exchange} exchange
 * @returns {string|undefined}
 */
function readJson(exchange) {
	if (!isJson(exchange.headers['content-type'])) return 'Content-Type must be application/json';
	try {
		exchange.json = JSON.parse(exchange.body.toString('utf8'));
	} catch {
		return 'The body is not JSON';
	}
	return isObject(exchange.json) ? undefined : 'The body must be a JSON object';
}

/**
 * The HTTP API of one stand-in.
 *
 * @typedef {(exchange: Exchange) => { key: string, refusal?: undefined } | { key?: undefined, refusal: Answer }} Authenticate
 *   who asks, by the key whose requests are counted, or what is answered to a stranger
 *
 * @typedef {(exchange: Exchange) => Answer} Handler
 *
 * @typedef {(status: number, message: string) => Answer} Problem
 *
 * @typedef {object} Route
 * @property {string} name e.g. `huskyVoice.create`
 * @property {string} method
 * @property {RegExp} path its groups are the variable parts
 * @property {boolean} takesJson
 * @property {Authenticate} authenticate
 * @property {Handler} handle
 *
 * @typedef {object} Api
 * @property {string} name the provider's id
 * @property {string | string[]} prefix what its paths begin with; of several that fit, the longest counts
 * @property {Problem} problem
 * @property {Route[]} routes
 */

/** @type {Api} answers what is no provider's path */
const nobody = {
	name: 'nobody',
	prefix: [],
	problem: (status, message) => ({ status, body: { error: message } }),
	routes: [],
};

/**
 * Makes the routes of one provider.
 *
 * @param {string} provider
 * @param {Authenticate} authenticate
 * @param {string} [base] what the paths begin with that are given as a text
 */
const routesOf =
	(provider, authenticate, base = '') =>
	/**
	 * @param {string} name
	 * @param {string} method
	 * @param {RegExp|string} path
	 * @param {Handler} handle
	 * @param {boolean} [takesJson]
	 * @returns {Route}
	 */
	(name, method, path, handle, takesJson = false) => ({
		name: `${provider}.${name}`,
		method,
		path: typeof path === 'string' ? new RegExp(`^${base}${path}$`) : path,
		takesJson,
		authenticate,
		handle,
	});

/**
 * Finds who answers a request, and answers it as every provider does: first who asks, then how
 * often, then what.
 *
 * @param {{ settings: import('./settings').CompleteSettings, providers: Api[] }} parts
 */
function createRouting({ settings, providers }) {
	const limits = new Map(
		providers.map(({ name }) => {
			const limit = name in settings.limits ? settings.limits[name] : settings.limit;
			return [name, createRateLimit(limit, settings.clock)];
		}),
	);

	/**
	 * The provider whose path it is, and its route, if there is one.
	 *
	 * @param {Exchange} exchange
	 */
	function find(exchange) {
		/** @param {Api} api */
		const lengthOf = ({ prefix }) =>
			Math.max(
				0,
				...[prefix].flat().map((each) => (exchange.path.startsWith(each) ? each.length : 0)),
			);
		const [provider] = providers
			.filter((each) => lengthOf(each) > 0)
			.sort((one, other) => lengthOf(other) - lengthOf(one));
		const route = provider?.routes.find(
			({ method, path }) => method === exchange.method && path.test(exchange.path),
		);
		if (route !== undefined) {
			exchange.route = route.name;
			exchange.params = (exchange.path.match(route.path) ?? []).slice(1).map(decoded);
		}
		return { provider: provider ?? nobody, route };
	}

	/**
	 * @param {Exchange} exchange
	 * @param {Api} provider
	 * @param {Route|undefined} route
	 * @returns {Answer}
	 */
	function carryOut(exchange, provider, route) {
		if (route === undefined) return provider.problem(404, 'No such route');
		const { key, refusal } = route.authenticate(exchange);
		if (refusal !== undefined) return refusal;
		const waitMs = limits.get(provider.name)?.(key) ?? 0;
		if (waitMs > 0) {
			const headers = { 'Retry-After': String(Math.ceil(waitMs / 1000)) };
			return { ...provider.problem(429, 'Rate limit exceeded'), headers };
		}
		const wrong = route.takesJson ? readJson(exchange) : undefined;
		return wrong === undefined ? route.handle(exchange) : provider.problem(400, wrong);
	}

	return { find, carryOut };
}

module.exports = { createRouting, routesOf };
