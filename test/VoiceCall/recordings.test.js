'use strict';

/** What comes in place of a recording with a status of success, at every provider that gives recordings. */

const { once } = require('node:events');
const { createServer } = require('node:http');
const { gzipSync } = require('node:zlib');
const { callingProviders } = require('../../nodes/VoiceCall/registry');
const { readFile } = require('../../nodes/VoiceCall/readFile');

const offering = callingProviders.flatMap(({ name, action }) =>
	action.connections.flatMap(({ operations }) =>
		operations.filter(({ file }) => file !== undefined).map((operation) => ({ name, operation })),
	),
);
const PAGE = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body></body></html>';
const wav = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(60)]);

let server;
let url;
let answer;

beforeAll(async () => {
	server = createServer((request, response) => answer(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	url = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

let redirects = false;
/** The answer itself, or where the provider names an address, or redirects, what is there. */
function gives(body, type) {
	answer = (request, response) => {
		if (request.url.startsWith('/recordings?')) {
			response.writeHead(200, { 'Content-Type': 'application/json' });
			const data = [{ download_urls: { mp3: `${url}/file` } }];
			return response.end(JSON.stringify({ data }));
		}
		if (request.url !== '/file' && redirects) {
			response.writeHead(302, { Location: '/file' });
			return response.end();
		}
		response.writeHead(200, type === null ? {} : { 'Content-Type': type });
		return response.end(body);
	};
}

/** What n8n does, as far as it goes here. */
async function request(options) {
	const response = await fetch(options.url, { headers: options.headers, redirect: 'manual' });
	return {
		statusCode: response.status,
		headers: Object.fromEntries(response.headers),
		body: Buffer.from(await response.arrayBuffer()),
	};
}
/** @type {any} */
const run = {
	context: {
		helpers: {
			httpRequest: request,
			httpRequestWithAuthentication: async (_, options) => await request(options),
		},
	},
};

/**
 * What becomes of it, once; a real execution repeats what it could not read.
 *
 * @returns {Promise<any>}
 */
async function recordingOf({ operation }) {
	const read = (name) => (name === 'callId' ? 'call-1' : '');
	const endpoint = {
		credentialType: 'any',
		address: url,
		timeout: 10_000,
		redact: (value) => value,
	};
	/** @type {any} */
	const task = { operation, request: operation.request(read), endpoint };
	return await readFile(run, task, operation.file);
}

test('some providers give recordings', () => expect(offering.length).toBeGreaterThanOrEqual(5));

describe.each(offering)('$name', (way) => {
	describe.each([
		['the answer itself', false],
		['behind a redirect', true],
	])('%s', (_, isBehind) => {
		beforeEach(() => {
			redirects = isBehind;
		});

		test.each([
			['a page', PAGE, 'text/html; charset=utf-8', /a web page and no sound file$/],
			['a page that says it is sound', PAGE, 'audio/mpeg', /a text and no sound file/],
			['a sentence', 'Please sign in.', null, /a text and no sound file/],
			['sound that says it is a page', wav, 'text/html', /a web page and no sound file/],
			['JSON', '{"hello": "world"}', 'application/octet-stream', /JSON and no sound file/],
			['blanks', ' \r\n', 'audio/mpeg', /^an empty answer$/],
		])('%s is no recording', async (_name, body, type, expected) => {
			gives(body, type);
			const outcome = await recordingOf(way);
			expect(outcome).toMatchObject({ kind: 'unclear', code: expect.stringMatching(expected) });
			expect(outcome).not.toHaveProperty('file');
		});
	});

	test('an error that says it is sound is a refusal', async () => {
		redirects = false;
		gives('{"success": "false", "message": "No recording"}', 'audio/wav');
		expect(await recordingOf(way)).toMatchObject({
			kind: 'refused',
			problem: { message: 'No recording' },
		});
	});
});

describe('what comes as a recording', () => {
	const [way] = offering.filter(({ operation }) => operation.file.mimeType === 'audio/mpeg');
	beforeAll(() => {
		redirects = false;
	});

	test.each([
		['WAV', wav, 'audio/wav', 'audio/wav'],
		['WAV of no type', wav, null, 'audio/mpeg'],
		['WAV for any download', wav, 'binary/octet-stream', 'audio/mpeg'],
		['WAV of S3', wav, 'application/x-download', 'audio/mpeg'],
		['MP3 with a title', Buffer.from('ID3\x04\0\0\0\0'), 'audio/mpeg', 'audio/mpeg'],
		['MP3 without', Buffer.from('fffb90640000', 'hex'), 'audio/mp3', 'audio/mp3'],
		['Ogg', Buffer.from('OggS\0\x02'), 'application/ogg', 'application/ogg'],
		['MPEG-4', Buffer.from('\0\0\0\x18ftypM4A '), 'video/mp4', 'video/mp4'],
		['µ-law that is silent', Buffer.alloc(800, 0xff), 'audio/basic', 'audio/basic'],
		['A-law that is silent', Buffer.alloc(800, 0xd5), 'audio/x-alaw', 'audio/x-alaw'],
	])('%s is one', async (_, body, type, mimeType) => {
		gives(body, type);
		const { kind, file } = await recordingOf(way);
		expect(kind).toBe('done');
		expect(file.mimeType).toBe(mimeType);
		expect(file.content.equals(body)).toBe(true);
	});

	test.each([
		['a picture', 'image/png', /an answer of the type image\/png and no sound file/],
		['a document', 'application/pdf', /the type application\/pdf/],
		['an archive', 'application/zip', /the type application\/zip/],
		['XML', 'application/xml', /the type application\/xml/],
	])('%s is none', async (_, type, expected) => {
		gives(gzipSync('x'.repeat(99)), type);
		expect(await recordingOf(way)).toMatchObject({
			kind: 'unclear',
			code: expect.stringMatching(expected),
		});
	});
});
