'use strict';

const schema = require('../../nodes/VoiceCallTrigger/__schema__/v1.1.0.json');
const { createHash } = require('node:crypto');
const { providerOf } = require('../../nodes/providers');
const { openEndpoint } = require('./endpoint');
const { genuine, newEvent, randomPair, subjectOf, subjects } = require('./subjects');

let endpoint;
afterEach(async () => await endpoint.close());

/** Sends one genuine event and returns the item that starts the workflow. */
async function itemOf(subject, parameters, delivery = genuine(subject)) {
	endpoint = await openEndpoint(subject, parameters);
	expect((await endpoint.send(delivery)).status).toBe(200);
	expect(endpoint.executions).toHaveLength(1);
	return endpoint.executions[0];
}

const [enableX, huskyVoice, miraiMinds, voxifi] = [
	'enableX',
	'huskyVoice',
	'miraiMinds',
	'voxifi',
].map(subjectOf);
const text = expect.any(String);
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

test.each(subjects)('a simplified item of $id has every field', async (subject) => {
	const event = newEvent(subject);
	const before = Date.now();
	const item = await itemOf(subject, {}, genuine(subject, event));
	expect(Object.keys(item)).toEqual(['provider', 'event', 'call', 'delivery', 'payload']);
	expect(item.provider).toBe(subject.id);
	expect(Object.keys(item.event)).toEqual(['id', 'type', 'occurredAt']);
	expect(Object.keys(item.call)).toEqual([
		...['id', 'status', 'direction', 'from', 'to', 'agentId', 'startedAt', 'endedAt'],
		...['durationSeconds', 'transcript', 'digits', 'summary', 'sentiment', 'recordingUrl', 'cost'],
		...['currency', 'failureReason', 'metadata'],
	]);
	for (const value of Object.values({ ...item.event, ...item.call })) {
		expect(value).not.toBeUndefined();
	}
	expect(item.delivery).toEqual({
		kind: 'event',
		key: text,
		receivedAt: expect.stringMatching(ISO),
		signedAt: subject.signsTime ? expect.stringMatching(ISO) : null,
		scheme: subject.scheme ?? 'hmac-sha256',
		verifiedWith: text,
	});
	expect(Date.parse(item.delivery.receivedAt)).toBeGreaterThanOrEqual(before);
	expect(item.payload).toEqual(event);
});

/** Every object and list in a value. */
const objectsIn = (value) =>
	typeof value === 'object' && value !== null
		? [value, ...Object.values(value).flatMap(objectsIn)]
		: [];

test.each(subjects)('no object stands twice in an item of $id', async (subject) => {
	const item = await itemOf(subject, {});
	const objects = objectsIn(item);
	expect(new Set(objects).size).toBe(objects.length);
});

/** Providers whose events hold what wakes an execution, where the call was given it. */
const keepers = subjects.filter(({ id }) => providerOf(id).trigger.secretMembers !== undefined);

test('there are such providers', () => expect(keepers.map(({ id }) => id)).toContain('ultravox'));

test.each(
	keepers.flatMap((subject) => ['simplified', 'raw'].map((output) => ({ ...subject, output }))),
)('what $id sends of the secrets of a call stands in no item ($output)', async (subject) => {
	const { secretMembers } = providerOf(subject.id).trigger;
	const inner = Object.fromEntries(secretMembers.map((name) => [name, { secrets: ['s3cret'] }]));
	const event = { ...newEvent(subject), inner };
	const item = await itemOf(subject, { output: subject.output }, genuine(subject, event));
	expect(JSON.stringify(item)).not.toContain('s3cret');
	const cut = Object.fromEntries(secretMembers.map((name) => [name, '[redacted]']));
	expect(item.payload ?? item).toEqual({ ...event, inner: cut });
});

test.each(subjects)(
	'the schema of the output has every field of the item of $id',
	async (subject) => {
		const item = await itemOf(subject, {}, genuine(subject, newEvent(subject)));
		expect(Object.keys(schema.properties)).toEqual(Object.keys(item));
		for (const part of ['event', 'call', 'delivery']) {
			expect(Object.keys(schema.properties[part].properties).sort()).toEqual(
				Object.keys(item[part]).sort(),
			);
		}
	},
);

test.each(subjects)('the raw item of $id is what the provider sent', async (subject) => {
	const event = newEvent(subject);
	expect(await itemOf(subject, { output: 'raw' }, genuine(subject, event))).toEqual(event);
});

test.each(subjects)('the verified text of $id comes along where wanted', async (subject) => {
	const options = { includeRawBody: true };
	const written = ` ${JSON.stringify(newEvent(subject), null, 3)}\n`;
	const delivery = genuine(subject, written);
	expect((await itemOf(subject, { options }, delivery)).rawBody).toBe(written);
	await endpoint.close();
	expect(await itemOf(subject, { output: 'raw', options }, delivery)).toEqual({
		...JSON.parse(written),
		rawBody: written,
	});
});

test.each([huskyVoice, voxifi])('the key of a delivery of $id is its event id', async (subject) => {
	const event = newEvent(subject);
	const item = await itemOf(subject, {}, genuine(subject, event));
	expect(item.delivery.key).toBe(`${event.event_type}/${event.event_id}`);
});

test.each([
	[
		'without an id',
		huskyVoice,
		/** @param {Record<string, any>} all */ ({ event_id: _, ...event }) => event,
	],
])('the key of a delivery %s is a digest of what was proven', async (_, subject, change) => {
	const written = JSON.stringify(change(newEvent(subject)));
	const item = await itemOf(subject, {}, genuine(subject, written));
	expect(item.delivery.key).toBe(`sha256:${createHash('sha256').update(written).digest('hex')}`);
});

test.each([
	['current', huskyVoice, huskyVoice.credential],
	['previous', huskyVoice, { signingSecret: huskyVoice.credential.previousSigningSecret }],
	['previous', voxifi, { signingSecret: voxifi.credential.previousSigningSecret }],
	['own pair', miraiMinds, miraiMinds.credential],
	['additional pair 1', miraiMinds, miraiMinds.credential.additionalKeyPairs.pairs[0]],
	['app ID', enableX, enableX.credential],
])('the item says which secret matched: %s', async (label, subject, credential) => {
	const delivery = genuine({ ...subject, credential });
	expect((await itemOf(subject, {}, delivery)).delivery.verifiedWith).toBe(label);
});

test('the time that Voxifi signed is that of the item', async () => {
	const now = Math.floor(Date.now() / 1000) * 1000 - 60_000;
	const item = await itemOf(voxifi, {}, genuine(voxifi, undefined, { now }));
	expect(item.delivery.signedAt).toBe(new Date(now).toISOString());
});

test.each([
	[100, 90, 200],
	[100, 110, 401],
	[600, 590, 200],
	[undefined, 290, 200],
	[undefined, 310, 401],
	['many', 290, 503],
])('with a tolerance of %p, an event of %i seconds ago: %i', async (tolerance, age, status) => {
	endpoint = await openEndpoint(voxifi, { options: { timestampTolerance: tolerance } });
	const delivery = genuine(voxifi, undefined, { now: Date.now() - age * 1000 });
	expect((await endpoint.send(delivery)).status).toBe(status);
});

test('unencrypted events are taken where the person says so, marked as unproven', async () => {
	const event = newEvent(enableX);
	const delivery = { headers: {}, body: Buffer.from(JSON.stringify(event)) };
	const item = await itemOf(enableX, { options: { acceptPlaintext: true } }, delivery);
	expect(item.delivery).toMatchObject({ scheme: 'plaintext', verifiedWith: 'none' });
	expect(item.delivery.verifiedWith).toBe('none');
	expect(item.payload).toEqual(event);
});

test('only the selected events start the workflow, whatever others there are', async () => {
	endpoint = await openEndpoint(miraiMinds, { events: ['call.failed', 'call.busy'] });
	const event = newEvent(miraiMinds);
	const send = async (type) => {
		event.event.type = type;
		return (await endpoint.send(genuine(miraiMinds, event))).text;
	};
	const ignored = '{"received":true,"ignored":"event"}';
	expect(await send('call.failed')).toBe('{"received":true}');
	expect(await send('call.completed')).toBe(ignored);
	expect(await send('call.invented')).toBe(ignored);
	expect(await send('call.busy')).toBe('{"received":true}');
	endpoint.node.parameters.events = ['call.busy', '*'];
	expect(await send('call.invented')).toBe('{"received":true}');
	expect(endpoint.executions.map((item) => item.event.type)).toEqual([
		...['call.failed', 'call.busy', 'call.invented'],
	]);
});

test('an event cannot pollute anything', async () => {
	const written = '{"event_type":"call.ended","__proto__":{"polluted":1},"constructor":{"x":1}}';
	const item = await itemOf(huskyVoice, { output: 'raw' }, genuine(huskyVoice, written));
	expect(JSON.parse(JSON.stringify(item))).toEqual(JSON.parse(written));
	expect({}.polluted).toBeUndefined();
});

test('a private key that a delivery brings along is neither used nor kept', async () => {
	const { publicKey } = miraiMinds.credential;
	const { privateKey } = randomPair();
	const forged = genuine({ ...miraiMinds, credential: { publicKey, privateKey } });
	endpoint = await openEndpoint(miraiMinds, { options: { includeRawBody: true } });
	const headers = { 'x-private-key': privateKey };
	const refused = await endpoint.send({ ...forged, headers: { ...forged.headers, ...headers } });
	expect(refused.status).toBe(401);
	const delivery = genuine(miraiMinds);
	await endpoint.send({ ...delivery, headers: { ...delivery.headers, ...headers } });
	expect(endpoint.executions).toHaveLength(1);
	expect(JSON.stringify([endpoint.executions, endpoint.lines])).not.toContain(privateKey);
});
