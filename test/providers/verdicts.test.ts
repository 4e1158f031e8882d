import { providerOf } from '../../nodes/providers';

/** What a provider's answer to the harmless request says about an API key. */
const answers: Array<[string, number, unknown, string]> = [
	['miraiMindsV2', 200, { balance_inr: 100.5, currency: 'INR' }, 'accepted'],
	['miraiMindsV2', 200, { balance_inr: 0, currency: 'INR' }, 'accepted'],
	['miraiMindsV2', 200, { ok: true }, 'unknown'],
	['miraiMindsV2', 200, '<html></html>', 'unknown'],
	['miraiMindsV2', 200, undefined, 'unknown'],
	['miraiMindsV2', 401, { error: { code: 'unauthorized', message: 'no' } }, 'refused'],
	['miraiMindsV2', 403, { error: { code: 'forbidden', message: 'revoked' } }, 'refused'],
	['miraiMindsV2', 401, { message: 'no' }, 'unknown'],
	['miraiMindsV2', 404, { error: { code: 'not_found', message: 'no' } }, 'unknown'],
	['miraiMindsV2', 302, undefined, 'unknown'],
	[
		'telnyx',
		200,
		{ data: { record_type: 'balance', balance: '0.00', currency: 'USD' } },
		'accepted',
	],
	['telnyx', 200, { data: { balance: '300.00' } }, 'unknown'],
	['telnyx', 200, { balance: '300.00', currency: 'USD' }, 'unknown'],
	['telnyx', 200, '<html></html>', 'unknown'],
	['telnyx', 401, { errors: [{ code: '10009', title: 'Authentication failed' }] }, 'refused'],
	['telnyx', 401, { errors: [{ title: 'Authentication failed' }] }, 'unknown'],
	['telnyx', 401, { errors: ['10009'] }, 'unknown'],
	['telnyx', 401, { message: 'no' }, 'unknown'],
	['telnyx', 403, { errors: [{ code: '10010', title: 'Authorization failed' }] }, 'limited'],
	['telnyx', 403, { code: '10010', message: 'no' }, 'unknown'],
	['telnyx', 404, { errors: [{ code: '10005', title: 'Resource not found' }] }, 'unknown'],
	['ultravox', 200, { accountId: 'account-1', name: 'Example' }, 'accepted'],
	['ultravox', 200, { name: 'Example' }, 'unknown'],
	['ultravox', 200, [], 'unknown'],
	['ultravox', 401, { detail: 'Invalid API key' }, 'refused'],
	['ultravox', 403, { detail: 'no' }, 'refused'],
	['ultravox', 403, { message: 'no' }, 'unknown'],
	['ultravox', 404, { detail: 'Not found.' }, 'unknown'],
];

it.each(answers)('%s, HTTP %i %j: %s', (id, status, body, expected) => {
	const [connection] = providerOf(id).action?.connections ?? [];
	const probe = connection.probe?.({ apiKey: 'the key', baseUrl: 'https://api.example.com' });
	expect(probe?.verdict(status, body)).toBe(expected);
});

it.each([...new Set(answers.map(([id]) => id))])('%s is not asked without a key', (id) => {
	const [connection] = providerOf(id).action?.connections ?? [];
	expect(connection.probe?.({ apiKey: ' ', baseUrl: 'https://api.example.com' })).toBeUndefined();
});
