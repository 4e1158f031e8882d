'use strict';

const { BinaryDataService } = require('n8n-core');
const { providers } = require('../../nodes/providers');
const { sampleEvent, uniqueFacts } = require('../../tools/simulator/events');
const { openEndpoint } = require('./endpoint');
const { foreign, genuine, newEvent, subjectOf } = require('./subjects');

const elevenLabs = subjectOf('elevenLabs');
const MEGABYTE = 2 ** 20;

let endpoint;
afterEach(async () => await endpoint.close());

/** An event with audio of so many bytes, the bytes, and the text that carries them. */
function audioEvent(size = 1000) {
	const sound = Buffer.alloc(size, 'ID3 and the frames of an MP3 ');
	const event = sampleEvent('elevenLabs', 'post_call_audio', uniqueFacts());
	event.data.full_audio = sound.toString('base64');
	return { event, sound, text: event.data.full_audio };
}

async function itemOf(event, parameters) {
	endpoint = await openEndpoint(elevenLabs, parameters);
	expect((await endpoint.send(genuine(elevenLabs, event))).status).toBe(200);
	expect(endpoint.items).toHaveLength(1);
	return endpoint.items[0];
}

/** What n8n holds of a file; without a folder of its own it keeps it in the item. */
const bytesOf = ({ data }) => Buffer.from(data, 'base64');

test.each([
	['some bytes', 1000],
	['eight megabytes', 8 * MEGABYTE],
])('audio of %s comes as a file, and not as text', async (_, size) => {
	const { event, sound } = audioEvent(size);
	const { json, binary } = await itemOf(event);
	expect(Object.keys(binary)).toEqual(['data']);
	expect(bytesOf(binary.data).equals(sound)).toBe(true);
	expect(binary.data).toMatchObject({
		mimeType: 'audio/mpeg',
		fileName: `recording-${event.data.conversation_id}.mp3`,
		fileExtension: 'mp3',
		fileType: 'audio',
	});
	const { full_audio: _taken, ...data } = event.data;
	expect(json.payload).toEqual({ ...event, data });
	expect(json.audio).toEqual({ field: 'data', takenFrom: 'payload.data.full_audio' });
	expect(json.call).toMatchObject({ id: event.data.conversation_id, status: 'completed' });
	expect(JSON.stringify(json).length).toBeLessThan(2000);
});

test.each([
	['a name', ' sound ', 'sound'],
	['blanks', '  ', 'data'],
	['no text', null, 'data'],
])('the field may have another name: %s', async (_, binaryPropertyName, field) => {
	const { json, binary } = await itemOf(audioEvent().event, { options: { binaryPropertyName } });
	expect(Object.keys(binary)).toEqual([field]);
	expect(json.audio.field).toBe(field);
});

test.each([
	['the option is off', { options: { audioAsFile: false } }, ({ payload }) => payload],
	['the output is raw', { output: 'raw' }, (json) => json],
])('where %s, the text stays where it was', async (_, parameters, payloadOf) => {
	const { event } = audioEvent();
	const { json, binary } = await itemOf(event, parameters);
	expect(binary).toBeUndefined();
	expect(payloadOf(json)).toEqual(event);
	expect(json.audio).toBeUndefined();
});

test('what is not base64 stays as it is', async () => {
	const { event } = audioEvent();
	event.data.full_audio = 'not there yet';
	const { json, binary } = await itemOf(event);
	expect([binary, json.audio]).toEqual([undefined, undefined]);
	expect(json.payload).toEqual(event);
});

test('the verified body is whole where it is wanted', async () => {
	const { event } = audioEvent();
	const { json } = await itemOf(event, { options: { includeRawBody: true } });
	expect(JSON.parse(json.rawBody)).toEqual(event);
});

test('no other event has a file', async () => {
	const { json, binary } = await itemOf(newEvent(elevenLabs));
	expect([binary, json.audio]).toEqual([undefined, undefined]);
});

test('a repeat is a repeat, and stores no second file', async () => {
	const { event } = audioEvent();
	await itemOf(event);
	const stored = jest.spyOn(BinaryDataService.prototype, 'store');
	const { status, text } = await endpoint.send(genuine(elevenLabs, event));
	expect([status, JSON.parse(text)]).toEqual([200, { received: true, duplicate: true }]);
	expect(stored).not.toHaveBeenCalled();
	stored.mockRestore();
});

test('megabytes that are forged are refused, and nothing is stored', async () => {
	endpoint = await openEndpoint(elevenLabs);
	const stored = jest.spyOn(BinaryDataService.prototype, 'store');
	const { event } = audioEvent(8 * MEGABYTE);
	expect((await endpoint.send(foreign(elevenLabs, event))).status).toBe(401);
	expect(endpoint.items).toEqual([]);
	expect(stored).not.toHaveBeenCalled();
	stored.mockRestore();
});

test('where n8n cannot store the file, the event is not lost: the text stays, and the log says so', async () => {
	const full = new Error('ENOSPC: no space left on device');
	const stored = jest.spyOn(BinaryDataService.prototype, 'store').mockRejectedValue(full);
	const { event } = audioEvent();
	const { json, binary } = await itemOf(event);
	stored.mockRestore();
	expect([binary, json.audio]).toEqual([undefined, undefined]);
	expect(json.payload).toEqual(event);
	expect(endpoint.lines.map(({ level, message }) => [level, message])).toEqual([
		['error', expect.stringMatching(/could not store the audio .* stays in the item as text/)],
	]);
});

test('the place that a provider names is one that its events have', () => {
	const named = providers.filter(({ trigger }) => trigger.audio !== undefined);
	expect(named.map(({ id }) => id)).toEqual(['elevenLabs']);
});
