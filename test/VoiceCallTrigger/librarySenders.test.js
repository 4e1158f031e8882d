'use strict';

const { openEndpoint } = require('./endpoint');
const { librarySenders } = require('./librarySenders');

const at = (object, path) => path.split('.').reduce((held, name) => held[name], object);

describe.each(librarySenders)('what $library signs', (sender) => {
	const { subject, newEvent, newSecret, headers, callId, signsTime } = sender;
	const secret = newSecret();
	let endpoint;

	beforeEach(async () => {
		endpoint = await openEndpoint(subject);
		endpoint.credential = { signingSecret: secret };
	});
	afterEach(async () => await endpoint.close());

	const post = async (body, signed) => {
		const { status, text } = await endpoint.send({ headers: signed, body });
		return [status, text];
	};
	const UNAUTHORIZED = [401, '{"error":"unauthorized"}'];

	test('is taken, with its event and its call', async () => {
		const event = newEvent();
		const body = JSON.stringify(event);
		expect(await post(body, await headers(body, secret))).toEqual([200, '{"received":true}']);
		expect(endpoint.executions).toHaveLength(1);
		expect(endpoint.executions[0]).toMatchObject({
			event: { type: 'call.done' },
			call: { id: at(event, callId) },
			payload: event,
			delivery: { scheme: 'hmac-sha256', verifiedWith: 'current' },
		});
	});

	test('is refused with a changed body, a changed signature and a strange secret', async () => {
		const body = JSON.stringify(newEvent());
		const signed = await headers(body, secret);
		expect(await post(`${body} `, signed)).toEqual(UNAUTHORIZED);
		expect(await post(body, await headers(body, newSecret()))).toEqual(UNAUTHORIZED);
		const name = Object.keys(signed).find((each) => /signature/i.test(each));
		for (const value of [signed[name].slice(0, -1), `${signed[name]}0`, '']) {
			expect(await post(body, { ...signed, [name]: value })).toEqual(UNAUTHORIZED);
		}
		expect(endpoint.executions).toEqual([]);
	});

	test('is refused when it was signed too long ago, or in the future', async () => {
		if (!signsTime) return;
		const body = JSON.stringify(newEvent());
		for (const shift of [-400_000, 400_000]) {
			const signed = await headers(body, secret, new Date(Date.now() + shift));
			expect(await post(body, signed)).toEqual(UNAUTHORIZED);
		}
		expect(endpoint.executions).toEqual([]);
	});

	test('is taken with the secret of before, while secrets are changed', async () => {
		endpoint.credential = { signingSecret: newSecret(), previousSigningSecret: secret };
		const body = JSON.stringify(newEvent());
		expect(await post(body, await headers(body, secret))).toEqual([200, '{"received":true}']);
		expect(endpoint.executions[0].delivery.verifiedWith).toBe('previous');
	});
});
