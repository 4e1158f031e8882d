'use strict';

const { itemsOf } = require('../../tools/n8n-host');
const { send } = require('../../tools/simulator/sender');
const { foreign, genuine, subjectOf } = require('../VoiceCallTrigger/subjects');
const { HASHING, audioEvent, publishHashing } = require('./audioWorkflow');
const { sharedN8n } = require('./sharedN8n');
const { TRIGGER } = require('./triggerWorkflow');

const elevenLabs = subjectOf('elevenLabs');
const MEGABYTE = 2 ** 20;
/** The longest audio that fits into what n8n takes as it comes, 16 MiB, less what stands around it. */
const LONGEST = 12 * MEGABYTE - 3000;

describe('audio in events, in a real n8n', () => {
	let client;
	let published;
	let started = 0;

	beforeAll(async () => {
		client = await sharedN8n();
		published = await publishHashing(client);
	});

	afterAll(async () => await published?.remove());

	test.each([
		['6 MB', 6 * MEGABYTE],
		['as much as n8n takes', LONGEST],
	])('audio of %s is a file that the next node reads', async (_name, size) => {
		const { event, sha256 } = audioEvent(size);
		const { full_audio: _, ...data } = event.data;
		expect((await send(published.url, genuine(elevenLabs, event))).status).toBe(200);
		started += 1;
		const [{ id, status }] = await client.waitForExecutions(published.workflow.id, started, {
			timeoutMs: 60_000,
		});
		expect(status).toBe('success');
		const execution = await client.getExecution(id);
		const [item] = execution.data.resultData.runData[TRIGGER][0].data.main[0];
		expect(item.json).toMatchObject({
			payload: { ...event, data },
			audio: { field: 'data', takenFrom: 'payload.data.full_audio' },
		});
		expect(item.json.payload.data).not.toHaveProperty('full_audio');
		expect(item.binary.data).toMatchObject({
			fileName: `recording-${data.conversation_id}.mp3`,
			fileExtension: 'mp3',
			mimeType: 'audio/mpeg',
		});
		expect(itemsOf(execution, HASHING)).toMatchObject([{ sha256 }]);
	});

	test('a repeat of it is a repeat', async () => {
		const delivery = genuine(elevenLabs, audioEvent(MEGABYTE).event);
		expect(JSON.parse((await send(published.url, delivery)).text)).toEqual({ received: true });
		started += 1;
		expect(JSON.parse((await send(published.url, delivery)).text)).toEqual({
			received: true,
			duplicate: true,
		});
	});

	test('a forged one is refused, and so is one that was changed on the way', async () => {
		const { event } = audioEvent(6 * MEGABYTE);
		expect((await send(published.url, foreign(elevenLabs, event))).status).toBe(401);
		const { headers, body } = genuine(elevenLabs, event);
		const changed = Buffer.from(body);
		changed[changed.length >> 1] ^= 1;
		expect((await send(published.url, { headers, body: changed })).status).toBe(401);
	});

	test('one that is larger than n8n takes is answered by n8n itself', async () => {
		const { event } = audioEvent(12 * MEGABYTE);
		const answer = await send(published.url, genuine(elevenLabs, event)).then(
			({ status }) => status,
			({ code }) => code,
		);
		// It answers before it has read all, and hangs up: a sender may see no more than that.
		expect([500, 'EPIPE', 'ECONNRESET']).toContain(answer);
	});

	test('each that was taken is one execution, and none failed', async () => {
		const executions = await client.waitForExecutions(published.workflow.id, started);
		expect(executions.map(({ status }) => status)).toEqual(Array(started).fill('success'));
	});
});
