'use strict';

/** What a refusal leaves in the log: enough to find the cause, and little of what a stranger wrote. */

const { openEndpoint } = require('./endpoint');
const { genuine, subjectOf } = require('./subjects');

let endpoint;
afterEach(async () => await endpoint.close());

async function lineFor(subject, headers) {
	endpoint = await openEndpoint(subject);
	endpoint.app.set('trust proxy', 1);
	const delivery = genuine(subject);
	const { status } = await endpoint.send({
		...delivery,
		headers: { ...delivery.headers, ...headers },
	});
	expect([status, endpoint.lines.length]).toEqual([401, 1]);
	return endpoint.lines[0];
}

const enableX = subjectOf('enableX');

test.each([
	['x-algoritm', 'aes-256-gcm', /cipher-not-allowed \(aes-256-gcm\), workflow/],
	['x-algoritm', `des-${'e'.repeat(3000)}`, /cipher-not-allowed \(des-e{36}\), workflow/],
	['x-format', 'base32', /encoding-not-allowed \(base32\), workflow/],
	['x-encoding', 'utf16\u009b2J', /encoding-not-allowed \(utf16\?2J\), workflow/],
	['content-encoding', 'br', /content-encoding \(br\), workflow/],
])(
	'%s: what it names stands in the line, at most 40 characters of it',
	async (name, value, words) => {
		const { message, fields } = await lineFor(enableX, { [name]: value });
		expect(message).toMatch(words);
		expect(fields).toMatchObject({ header: name });
		expect(fields.named.length).toBeLessThan(41);
	},
);

test('no other header is repeated', async () => {
	const husky = subjectOf('huskyVoice');
	const { message, fields } = await lineFor(husky, { [husky.signatureHeader]: 'trust me' });
	expect(JSON.stringify([message, fields])).not.toContain('trust me');
});

test.each([
	['203.0.113.7', '203.0.113.7'],
	['x'.repeat(5000), 'x'.repeat(64)],
	['\u009b31mred', '?31mred'],
])('a sender that a proxy writes as %j is %s', async (sent, logged) => {
	const husky = subjectOf('huskyVoice');
	const { fields } = await lineFor(husky, {
		'X-Forwarded-For': sent,
		[husky.signatureHeader]: 'trust me',
	});
	expect(fields.sender).toBe(logged);
});
