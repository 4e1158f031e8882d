import type { EnvelopeScheme } from '../../verification/scheme';

/**
 * `{"encrypted_data": ...}`, encrypted with a key made of the App ID. EnableX's page writes the
 * header `x-algorithm`, all of its sample code reads `x-algoritm`: both are read.
 *
 * @see https://developer.enablex.io/docs/guides/voice-guide/handle-webhook/index/
 * @see https://github.com/EnableX/Sample-Voice-Client-with-EnableX-Voice-APIs/blob/master/libs/enxVoiceLib.js
 * @param acceptPlaintext whether a delivery without these headers is taken as an event, unproven
 */
export function scheme(acceptPlaintext: boolean): EnvelopeScheme {
	return {
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
		acceptPlaintext,
	};
}
