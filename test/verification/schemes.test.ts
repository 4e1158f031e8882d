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
