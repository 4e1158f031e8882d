import { readTransportFailure } from '../../nodes/transport/networkError';

/** An error as n8n's request functions throw it: their own around axios' around the system's. */
function thrown(code: string, inner: Record<string, unknown> = {}): Error {
	const system = Object.assign(new Error('inner'), { code, ...inner });
	const axios = Object.assign(new Error('outer', { cause: system }), {
		code,
		config: { url: 'https://secret.example/token' },
	});
	return new Error('n8n', { cause: axios });
}

test.each([
	['ECONNREFUSED', {}, 'notSent', true],
	['ENOTFOUND', { syscall: 'getaddrinfo' }, 'notSent', true],
	['EAI_AGAIN', { syscall: 'getaddrinfo' }, 'notSent', true],
	['ETIMEDOUT', { syscall: 'connect' }, 'notSent', true],
	['EHOSTUNREACH', { syscall: 'connect' }, 'notSent', true],
	['ENETUNREACH', { syscall: 'connect' }, 'notSent', true],
	['EADDRNOTAVAIL', { syscall: 'bind' }, 'notSent', true],
	['EACCES', { syscall: 'connect' }, 'notSent', true],
	['CERT_HAS_EXPIRED', {}, 'notSent', false],
	['DEPTH_ZERO_SELF_SIGNED_CERT', {}, 'notSent', false],
	['ERR_TLS_CERT_ALTNAME_INVALID', {}, 'notSent', false],
	['ERR_INVALID_CHAR', {}, 'notSent', false],
	['EPROTO', { syscall: 'write' }, 'notSent', false],
	['ERR_SSL_WRONG_VERSION_NUMBER', {}, 'notSent', false],
	['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', {}, 'notSent', false],
	// In the middle of a connection: the request may have arrived.
	['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', {}, 'silent', undefined],
	['ECONNRESET', { syscall: 'read' }, 'silent', undefined],
	['EPIPE', { syscall: 'write' }, 'silent', undefined],
	['ETIMEDOUT', { syscall: 'read' }, 'silent', undefined],
	['ECONNABORTED', {}, 'silent', undefined],
	['EHOSTUNREACH', { syscall: 'read' }, 'silent', undefined],
	['EHOSTUNREACH', {}, 'silent', undefined],
	['ENETUNREACH', { syscall: 'write' }, 'silent', undefined],
	['ENETDOWN', { syscall: 'write' }, 'silent', undefined],
	['ERR_CANCELED', {}, 'silent', undefined],
])('%s %o is %s', (code, inner, kind, mayPass) => {
	const failure = readTransportFailure(thrown(code, inner));
	expect(failure).toMatchObject({ kind, code });
	expect('mayPass' in failure ? failure.mayPass : undefined).toBe(mayPass);
	expect(JSON.stringify(failure)).not.toContain('secret.example');
});

describe('a host with several addresses', () => {
	/** As Node gives it: the error for all has the code of the first, and no more. */
	const several = (...attempts: Array<[code: string, syscall?: string]>) =>
		thrown(attempts[0][0], {
			errors: attempts.map(([code, syscall]) => Object.assign(new Error(code), { code, syscall })),
		});

	test.each([
		[['ECONNREFUSED', 'connect']],
		[
			['ENETUNREACH', 'connect'],
			['ECONNREFUSED', 'connect'],
		],
		[
			['ETIMEDOUT', 'connect'],
			['ECONNREFUSED', 'connect'],
		],
		[
			['EHOSTUNREACH', 'connect'],
			['ETIMEDOUT', 'connect'],
			['EADDRNOTAVAIL', 'bind'],
		],
	] as Array<Array<[string, string]>>)('of which none connects: %j was not sent', (...attempts) => {
		expect(readTransportFailure(several(...attempts))).toMatchObject({
			kind: 'notSent',
			mayPass: true,
		});
	});

	test.each([
		[
			['ECONNREFUSED', 'connect'],
			['ECONNRESET', 'read'],
		],
		[
			['ETIMEDOUT', 'connect'],
			['EPIPE', 'write'],
		],
		[['ETIMEDOUT'], ['ECONNREFUSED', 'connect']],
	] as Array<Array<[string, string?]>>)(
		'of which one may: %j may have been sent',
		(...attempts) => {
			expect(readTransportFailure(several(...attempts)).kind).toBe('silent');
		},
	);

	test('an error that holds itself tells nothing', () => {
		const error: Error & { errors?: unknown } = new Error('x');
		error.errors = [error];
		expect(readTransportFailure(error).kind).toBe('silent');
	});
});

test.each([[undefined], [null], ['text'], [new Error('x')], [{}]])(
	'what is unknown may have been sent: %p',
	(error) => {
		expect(readTransportFailure(error)).toEqual({ kind: 'silent', code: 'no answer' });
	},
);

test('a loop of causes ends', () => {
	const error: Error & { cause?: unknown } = new Error('x');
	error.cause = error;
	expect(readTransportFailure(error).kind).toBe('silent');
});
