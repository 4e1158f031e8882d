'use strict';

const { createRateLimit } = require('./rate-limit');

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isJson = (contentType) => /^application\/json\s*(;|$)/i.test(contentType ?? '');

const decoded = (part) => {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
};

/** Reads the body of a route that takes JSON; gives what to complain about, if anything. */
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
 * @typedef {object} Api
 * @property {string} name the provider's id
 * @property {string | string[]} prefix what its paths begin with; of several that fit, the longest counts
 * @property {(status: number, message: string) => { status: number, body: object }} problem
 * @property {object[]} routes
 */

/** Answers what is no provider's path. */
const nobody = { problem: (status, message) => ({ status, body: { error: message } }) };

/**
 * Finds who answers a request, and answers it as every provider does: first who asks, then how
 * often, then what.
 */
function createRouting({ settings, providers }) {
	const limits = new Map(
		providers.map(({ name }) => {
			const limit = name in settings.limits ? settings.limits[name] : settings.limit;
			return [name, createRateLimit(limit, settings.clock)];
		}),
	);

	/** The provider whose path it is, and its route, if there is one. */
	function find(exchange) {
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
			exchange.params = route.path.exec(exchange.path).slice(1).map(decoded);
		}
		return { provider: provider ?? nobody, route };
	}

	function carryOut(exchange, provider, route) {
		if (route === undefined) return provider.problem(404, 'No such route');
		const { key, refusal } = route.authenticate(exchange);
		if (refusal !== undefined) return refusal;
		const waitMs = limits.get(provider.name)(key);
		if (waitMs > 0) {
			const headers = { 'Retry-After': String(Math.ceil(waitMs / 1000)) };
			return { ...provider.problem(429, 'Rate limit exceeded'), headers };
		}
		const wrong = route.takesJson ? readJson(exchange) : undefined;
		return wrong === undefined ? route.handle(exchange) : provider.problem(400, wrong);
	}

	return { find, carryOut };
}

module.exports = { createRouting };
