import type { Scheme } from '../../nodes/verification/scheme';
import { TOLERANCE_SECONDS as toleranceSeconds } from './clock';

/**
 * Schemes of every shape that the verification can be told of, whether a provider has it or not. They
 * are those of platforms that people use, so the names are theirs.
 */
export const examples: Record<string, Scheme> = {
	'list with time': {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header: 'x-list-signature', list: ',', prefix: 'v1=', encoding: 'lower-hex' },
		signed: [
			{ header: 'x-list-signature', list: ',', prefix: 't=' },
			{ literal: '.' },
			{ body: true },
		],
		timestamp: { header: 'x-list-signature', list: ',', prefix: 't=', unit: 's', toleranceSeconds },
	},
	'time in milliseconds, last': {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header: 'x-milli-signature', list: ',', prefix: 'd=', encoding: 'hex' },
		signed: [{ body: true }, { header: 'x-milli-signature', list: ',', prefix: 'v=' }],
		timestamp: {
			header: 'x-milli-signature',
			list: ',',
			prefix: 'v=',
			unit: 'ms',
			toleranceSeconds,
		},
	},
	'several signatures, ISO time': {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		signature: { header: 'x-several-signature', list: ',', encoding: 'lower-hex' },
		signed: [{ body: true }, { header: 'x-several-timestamp' }],
		timestamp: { header: 'x-several-timestamp', unit: 'iso8601', toleranceSeconds },
	},
	'signed id, base64, decoded key': {
		kind: 'signature',
		label: 'hmac-sha256',
		algorithm: 'hmac-sha256',
		key: { encoding: 'base64', prefix: 'whsec_' },
		signature: { header: 'x-id-signature', list: ' ', prefix: 'v1,', encoding: 'base64' },
		signed: [
			{ header: 'x-id-id' },
			{ literal: '.' },
			{ header: 'x-id-timestamp' },
			{ literal: '.' },
			{ body: true },
		],
		timestamp: { header: 'x-id-timestamp', unit: 's', toleranceSeconds },
		id: { header: 'x-id-id' },
	},
	Ed25519: {
		kind: 'signature',
		label: 'ed25519',
		algorithm: 'ed25519',
		key: { encoding: 'base64' },
		signature: { header: 'x-ed-signature', encoding: 'base64' },
		signed: [{ header: 'x-ed-timestamp' }, { literal: '|' }, { body: true }],
		timestamp: { header: 'x-ed-timestamp', unit: 's', toleranceSeconds },
	},
	'SHA-1': {
		kind: 'signature',
		label: 'hmac-sha1',
		algorithm: 'hmac-sha1',
		documentsSha1: true,
		key: { encoding: 'hex' },
		signature: { header: 'x-sha1-signature', prefix: 'sha1=', encoding: 'hex' },
		signed: [{ body: true }],
	},
	'SHA-512': {
		kind: 'signature',
		label: 'hmac-sha512',
		algorithm: 'hmac-sha512',
		signature: { header: 'x-sha512-signature', encoding: 'base64' },
		signed: [
			{ literal: 'v0:' },
			{ header: 'x-sha512-timestamp' },
			{ literal: ':' },
			{ body: true },
		],
		timestamp: { header: 'x-sha512-timestamp', unit: 's', toleranceSeconds },
		keyId: { header: 'x-sha512-key' },
	},
	'shared secret': {
		kind: 'shared-secret',
		label: 'shared-secret',
		secret: { header: 'x-shared-secret' },
	},
	'bearer token': {
		kind: 'shared-secret',
		label: 'shared-secret',
		secret: { header: 'authorization', prefix: 'Bearer ' },
	},
};
