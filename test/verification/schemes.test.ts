import { providerOf } from '../../nodes/providers';

const schemeOf = (id: string, timestampTolerance = 300, acceptPlaintext = false) =>
	providerOf(id).trigger.scheme({ timestampTolerance, acceptPlaintext, read: () => undefined });

/** The schemes as the providers' pages have them, to the letter. */
it('HuskyVoice: https://docs.huskyvoice.ai/api/auth-setup/', () => {
	expect(schemeOf('huskyVoice')).toEqual({
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header: 'x-husky-signature', encoding: 'hex' },
		signed: [{ body: true }],
	});
});

it('Mirai Minds: https://docs.miraiminds.co/developers/webhook-signature', () => {
	expect(schemeOf('miraiMinds')).toEqual({
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header: 'x-signature', encoding: 'lower-hex' },
		signed: [{ body: true }],
		keyId: { header: 'x-public-key' },
	});
});

it('Voxifi: https://docs.voxifi.io/webhooks/security.html', () => {
	expect(schemeOf('voxifi')).toEqual({
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header: 'x-webhook-signature', prefix: 'sha256=', encoding: 'hex' },
		signed: [{ header: 'x-webhook-timestamp' }, { literal: '.' }, { body: true }],
		timestamp: { header: 'x-webhook-timestamp', unit: 's', toleranceSeconds: 300 },
	});
});

it.each([
	[1, 1],
	[0.5, 0.5],
	[86_400, 86_400],
	[0, 0],
	[-1, 300],
	[Number.NaN, 300],
	[Number.POSITIVE_INFINITY, 300],
	['600' as unknown as number, 300],
])('Voxifi: a tolerance of %p counts as %p seconds', (tolerance, seconds) => {
	expect(schemeOf('voxifi', tolerance)).toHaveProperty('timestamp.toleranceSeconds', seconds);
});

it('EnableX: https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/', () => {
	const scheme = {
		kind: 'envelope',
		label: 'encrypted-envelope',
		cipherHeaders: ['x-algoritm', 'x-algorithm'],
		formatHeader: 'x-format',
		charsetHeader: 'x-encoding',
		field: 'encrypted_data',
		eventMembers: [
			['voice_id', 'voice_Id', 'broadcast_id'],
			['state', 'playstate', 'event'],
		],
		acceptPlaintext: false,
	};
	expect(schemeOf('enableX')).toEqual(scheme);
	expect(schemeOf('enableX', 300, true)).toEqual({ ...scheme, acceptPlaintext: true });
});

const signature = { kind: 'signature', label: 'hmac-sha256', algorithm: 'hmac-sha256' };
const BODY = { body: true };
const DOT = { literal: '.' };

it('Bland AI: https://docs.bland.ai/tutorials/webhook-signing', () => {
	expect(schemeOf('bland')).toEqual({
		...signature,
		signature: { header: 'x-webhook-signature', encoding: 'hex' },
		signed: [BODY],
	});
});

it.each([
	['elevenLabs', 'elevenlabs-signature', 'v0=', 'hex'], // https://elevenlabs.io/docs/eleven-api/resources/webhooks
	['miraiMindsV2', 'x-mirai-signature', 'v1=', 'lower-hex'], // https://github.com/MiraiMinds/docs (v2/webhooks.mdx)
])('%s: time and signature in one header', (id, header, prefix, encoding) => {
	const time = { header, list: ',', prefix: 't=' };
	expect(schemeOf(id, 60)).toEqual({
		...signature,
		signature: { header, list: ',', prefix, encoding },
		signed: [time, DOT, BODY],
		timestamp: { ...time, unit: 's', toleranceSeconds: 60 },
	});
});

it('Retell AI: https://docs.retellai.com/features/secure-webhook', () => {
	const header = 'x-retell-signature';
	const time = { header, list: ',', prefix: 'v=' };
	expect(schemeOf('retell', 60)).toEqual({
		...signature,
		signature: { header, list: ',', prefix: 'd=', encoding: 'hex' },
		signed: [BODY, time],
		timestamp: { ...time, unit: 'ms', toleranceSeconds: 60 },
	});
});

it('Telnyx: https://developers.telnyx.com/development/api-fundamentals/webhooks/receiving-webhooks', () => {
	const header = 'telnyx-timestamp';
	expect(schemeOf('telnyx', 60)).toEqual({
		kind: 'signature',
		label: 'ed25519',
		algorithm: 'ed25519',
		key: { encoding: 'base64' },
		signature: { header: 'telnyx-signature-ed25519', encoding: 'base64' },
		signed: [{ header }, { literal: '|' }, BODY],
		timestamp: { header, unit: 's', toleranceSeconds: 60 },
	});
});

it('Ultravox: https://docs.ultravox.ai/webhooks/securing-webhooks', () => {
	const header = 'x-ultravox-webhook-timestamp';
	expect(schemeOf('ultravox', 60)).toEqual({
		...signature,
		signature: { header: 'x-ultravox-webhook-signature', list: ',', encoding: 'hex' },
		signed: [BODY, { header }],
		timestamp: { header, unit: 'iso8601', toleranceSeconds: 60 },
	});
});

it.each([
	['elevenLabs', 1800], // https://elevenlabs.io/docs/eleven-api/resources/webhooks
	['ultravox', 300],
	['vapi', 300],
	['standardWebhooks', 300],
	['voxifi', 300],
])('%s allows %i seconds where nothing is set', (id, seconds) => {
	const { defaultTolerance = 300 } = providerOf(id).trigger;
	expect(defaultTolerance).toBe(seconds);
});
