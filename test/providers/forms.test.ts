import { BadInput } from '../../nodes/providers/common/badInput';
import type { SchemeSettings } from '../../nodes/providers/common/provider';
import * as custom from '../../nodes/providers/custom/scheme';
import * as standardWebhooks from '../../nodes/providers/standardWebhooks/scheme';
import * as vapi from '../../nodes/providers/vapi/scheme';

/** The schemes that people put together in the form, as data: what each field of the form means. */

const settings = (fields: Record<string, unknown>): SchemeSettings => ({
	read: (name) => fields[name],
	timestampTolerance: 60,
	acceptPlaintext: false,
});
const BODY = { body: true };

describe('Other (Custom Signature)', () => {
	const of = (fields: Record<string, unknown>) => custom.scheme(settings(fields));
	const refusal = (fields: Record<string, unknown>): string => {
		let thrown: unknown;
		try {
			of(fields);
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toBeInstanceOf(BadInput);
		const { message, advice } = thrown as BadInput;
		return `${message} ${advice}`;
	};
	const hmac = { kind: 'signature', label: 'hmac-sha256', algorithm: 'hmac-sha256' };

	it.each([undefined, '', 'plain'])('is plain hex where %j is chosen', (customShape) => {
		expect(of({ customShape, customHeader: ' X-Signature ' })).toEqual({
			...hmac,
			signature: { header: 'x-signature', encoding: 'hex' },
			signed: [BODY],
		});
	});

	it.each([
		['', 'x-hub-signature-256'],
		['X-Mine', 'x-mine'],
	])('knows the form of GitHub, in the header %j', (customHeader, header) => {
		expect(of({ customShape: 'gitHub', customHeader })).toEqual({
			...hmac,
			signature: { header, prefix: 'sha256=', encoding: 'hex' },
			signed: [BODY],
		});
	});

	it.each([
		['', 'stripe-signature'],
		['X-Mine', 'x-mine'],
	])('knows the form of Stripe, in the header %j', (customHeader, header) => {
		const time = { header, list: ',', prefix: 't=' };
		expect(of({ customShape: 'stripe', customHeader })).toEqual({
			...hmac,
			signature: { header, list: ',', prefix: 'v1=', encoding: 'hex' },
			signed: [time, { literal: '.' }, BODY],
			timestamp: { ...time, unit: 's', toleranceSeconds: 60 },
		});
	});

	it.each([
		['', '', 'x-slack-signature', 'x-slack-request-timestamp'],
		['X-Mine', 'X-Time', 'x-mine', 'x-time'],
	])(
		'knows the form of Slack, in the headers %j and %j',
		(customHeader, customTimestampHeader, header, time) => {
			const fields = { customShape: 'slack', customHeader, customTimestampHeader };
			expect(of(fields)).toEqual({
				...hmac,
				signature: { header, prefix: 'v0=', encoding: 'hex' },
				signed: [{ literal: 'v0:' }, { header: time }, { literal: ':' }, BODY],
				timestamp: { header: time, unit: 's', toleranceSeconds: 60 },
			});
		},
	);

	const own = {
		customShape: 'own',
		customHeader: 'X-Signature',
		customSigned: '{body}',
	};
	it('takes the first choice of each field that is left empty', () => {
		expect(of(own)).toEqual({
			...hmac,
			signature: { header: 'x-signature', encoding: 'hex' },
			signed: [BODY],
		});
	});

	it('has each field of the form', () => {
		const fields = {
			...own,
			customAlgorithm: 'hmac-sha512',
			customPrefix: 'v1=',
			customSeparator: ' ',
			customEncoding: 'base64',
			customSigned: ' {id}.{timestamp}.{body} ',
			customTimestampHeader: ' X-Time ',
			customTimestampPrefix: ' t= ',
			customTimestampUnit: 'ms',
			customIdHeader: ' X-ID ',
			customKey: 'hex',
		};
		const time = { header: 'x-time', prefix: 't=' };
		expect(of(fields)).toEqual({
			kind: 'signature',
			label: 'hmac-sha512',
			algorithm: 'hmac-sha512',
			key: { encoding: 'hex' },
			signature: { header: 'x-signature', list: ' ', prefix: 'v1=', encoding: 'base64' },
			signed: [{ header: 'x-id' }, { literal: '.' }, time, { literal: '.' }, BODY],
			timestamp: { ...time, unit: 'ms', toleranceSeconds: 60 },
			id: { header: 'x-id' },
		});
	});

	it.each([
		['x-signature', ',', ','],
		['X-SIGNATURE', ' ', ' '],
		['x-signature', '', undefined],
		['x-time', ',', undefined],
	])('looks for the timestamp in %j, list %j', (customTimestampHeader, customSeparator, list) => {
		const fields = {
			...own,
			customSeparator,
			customPrefix: 'v1=',
			customTimestampHeader,
			customTimestampPrefix: 't=',
			customSigned: '{timestamp}{body}',
		};
		expect(of(fields)).toHaveProperty('timestamp', {
			header: customTimestampHeader.toLowerCase(),
			...(list === undefined ? {} : { list }),
			prefix: 't=',
			unit: 's',
			toleranceSeconds: 60,
		});
	});

	it.each(['hmac-sha256', 'hmac-sha1', 'hmac-sha512', 'ed25519'])('has %s', (customAlgorithm) => {
		const scheme = of({ ...own, customAlgorithm, customKey: 'base64' });
		expect(scheme).toMatchObject({ label: customAlgorithm, algorithm: customAlgorithm });
		const isSha1 = customAlgorithm === 'hmac-sha1';
		expect('documentsSha1' in scheme).toBe(isSha1);
		expect(scheme).toMatchObject({ key: { encoding: 'base64', prefix: 'whsec_' } });
	});

	it('has text, hex and base64 for the secret', () => {
		for (const customKey of [undefined, '', 'text']) {
			expect(of({ ...own, customKey })).not.toHaveProperty('key');
		}
		expect(of({ customHeader: 'x', customKey: 'hex' })).toHaveProperty('key', {
			encoding: 'hex',
		});
	});

	it.each([
		['s', 's'],
		['', 's'],
		['ms', 'ms'],
		['iso8601', 'iso8601'],
	])('has the timestamp unit %j', (customTimestampUnit, unit) => {
		const more = { customTimestampHeader: 'X-Time', customSigned: '{timestamp}{body}' };
		expect(of({ ...own, ...more, customTimestampUnit })).toMatchObject({ timestamp: { unit } });
	});

	it.each([
		['v0=', 'v0='],
		['sha256=  ', 'sha256='],
		['  v0= ', 'v0='],
		['Bearer ', 'Bearer '],
		['Bearer   ', 'Bearer '],
		['Bearer', 'Bearer'],
		['a b', 'a b'],
		['v1: ', 'v1:'],
	])('reads the prefix %j as %j', (customPrefix, prefix) => {
		expect(of({ ...own, customPrefix })).toHaveProperty('signature.prefix', prefix);
	});

	it.each([
		['', undefined],
		['Bearer', 'Bearer '],
		['Bearer ', 'Bearer '],
		['Token:', 'Token:'],
		['v1', 'v1'],
		['2b', '2b'],
	])('reads the prefix %j of a shared secret as %j', (customPrefix, prefix) => {
		const fields = { customShape: 'sharedSecret', customHeader: 'X-Secret', customPrefix };
		expect(of(fields)).toEqual({
			kind: 'shared-secret',
			label: 'shared-secret',
			secret: { header: 'x-secret', ...(prefix === undefined ? {} : { prefix }) },
		});
	});

	it.each([
		[{ customHeader: '' }, 'Signature Header is empty.'],
		[{ customHeader: 7 }, 'Signature Header is empty.'],
		[{ customShape: 'sharedSecret', customHeader: ' ' }, 'Signature Header is empty.'],
		[{ ...own, customHeader: undefined }, 'Signature Header is empty.'],
		[{ ...own, customSigned: 7 }, 'Signed Text has to hold {body} once'],
		[{ ...own, customShape: 'other' }, 'Signature Format is not one of the choices. Choose one.'],
		[{ ...own, customAlgorithm: 'md5' }, 'Algorithm is not one of the choices.'],
		[{ ...own, customSeparator: ';' }, 'Separator is not one of the choices.'],
		[{ ...own, customEncoding: 'base32' }, 'Signature Encoding is not one of the choices.'],
		[{ ...own, customKey: 'base32' }, 'Secret Encoding is not one of the choices.'],
		[
			{ ...own, customTimestampHeader: 'x', customTimestampUnit: 'min' },
			'Timestamp Unit is not one of the choices.',
		],
	])('refuses %j', (fields, words) => expect(refusal(fields)).toContain(words));
});

describe('Vapi', () => {
	const of = (fields: Record<string, unknown>) => vapi.scheme(settings(fields));
	const time = { header: 'x-timestamp' };

	it('is what the server credential proposes where nothing was changed', () => {
		for (const vapiProof of [undefined, '', 'hmac']) {
			expect(of({ vapiProof })).toEqual({
				kind: 'signature',
				label: 'hmac-sha256',
				algorithm: 'hmac-sha256',
				signature: { header: 'x-signature', encoding: 'hex' },
				signed: [time, { literal: '.' }, BODY],
				timestamp: { ...time, unit: 's-or-ms', toleranceSeconds: 60 },
			});
		}
	});

	it('has each detail of the server credential', () => {
		expect(
			of({
				vapiAlgorithm: 'hmac-sha512',
				vapiSecretIsBase64: true,
				vapiSignatureHeader: ' X-Mine ',
				vapiSignaturePrefix: ' v1= ',
				vapiSignatureEncoding: 'base64',
				vapiPayloadFormat: ' {body}{timestamp} ',
				vapiTimestampHeader: ' X-Time ',
			}),
		).toEqual({
			kind: 'signature',
			label: 'hmac-sha512',
			algorithm: 'hmac-sha512',
			key: { encoding: 'base64' },
			signature: { header: 'x-mine', prefix: 'v1=', encoding: 'base64' },
			signed: [BODY, { header: 'x-time' }],
			timestamp: { header: 'x-time', unit: 's-or-ms', toleranceSeconds: 60 },
		});
	});

	it('may have no timestamp, and SHA-1', () => {
		const fields = {
			vapiAlgorithm: 'hmac-sha1',
			vapiTimestampHeader: ' ',
			vapiPayloadFormat: '{body}',
		};
		expect(of(fields)).toEqual({
			kind: 'signature',
			label: 'hmac-sha1',
			algorithm: 'hmac-sha1',
			documentsSha1: true,
			signature: { header: 'x-signature', encoding: 'hex' },
			signed: [BODY],
		});
		expect(of({ vapiSecretIsBase64: 'true' })).not.toHaveProperty('key');
	});

	it.each([
		['bearer', { header: 'authorization', prefix: 'Bearer ' }],
		['sharedSecret', { header: 'x-vapi-secret' }],
	])('knows %s', (vapiProof, secret) => {
		expect(of({ vapiProof })).toEqual({
			kind: 'shared-secret',
			label: 'shared-secret',
			secret,
		});
	});

	it.each([
		[{ vapiProof: 'none' }, /^Proved By is not one of the choices/],
		[{ vapiAlgorithm: 'ed25519' }, /^Algorithm is not one of the choices/],
		[{ vapiSignatureEncoding: 'x' }, /^Signature Encoding is not one of the choices/],
		[{ vapiPayloadFormat: '{url}' }, /not a placeholder/],
	])('refuses %j', (fields, words) => expect(() => of(fields)).toThrow(words));

	it('allows five minutes', () => expect(vapi.DEFAULT_TOLERANCE_SECONDS).toBe(300));
});

describe('Standard Webhooks', () => {
	it.each([
		['webhook', 'whsec', 'hmac-sha256', 'v1,', 'whsec_'],
		['svix', 'whsec', 'hmac-sha256', 'v1,', 'whsec_'],
		['webhook', 'whpk', 'ed25519', 'v1a,', 'whpk_'],
		['svix', 'whpk', 'ed25519', 'v1a,', 'whpk_'],
	] as const)('%s- headers and a %s_ secret', (names, kind, algorithm, prefix, keyPrefix) => {
		const id = { header: `${names}-id` };
		const time = { header: `${names}-timestamp` };
		expect(standardWebhooks.scheme(names, kind, 60)).toEqual({
			kind: 'signature',
			label: algorithm,
			algorithm,
			key: { encoding: 'base64', prefix: keyPrefix },
			signature: { header: `${names}-signature`, list: ' ', prefix, encoding: 'base64' },
			signed: [id, { literal: '.' }, time, { literal: '.' }, BODY],
			timestamp: { ...time, unit: 's', toleranceSeconds: 60 },
			id,
		});
	});

	it('allows five minutes', () => expect(standardWebhooks.DEFAULT_TOLERANCE_SECONDS).toBe(300));
});
