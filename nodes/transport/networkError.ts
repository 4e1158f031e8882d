import { isObject } from '../verification/json';
import type { HttpResult } from './httpResult';

/** Nobody could be reached under that name or address. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
/** What the system was doing when it failed; before a connection stands, nothing can be sent. */
const BEFORE_CONNECTED = new Set(['bind', 'connect', 'getaddrinfo']);
/** No TLS connection came about, or the request could not be written down at all. */
const NEVER_SENT =
	/^(?:EPROTO$|ERR_SSL_(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|VERSION_TOO_LOW|\w*ALERT_PROTOCOL_VERSION|\w*HANDSHAKE_FAILURE|\w*UNRECOGNIZED_NAME)$|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|ERR_INVALID_(?:CHAR|URL|PROTOCOL)|ERR_UNESCAPED_|ERR_HTTP_INVALID_)/;
const LONGEST_CHAIN = 8;

/**
 * Reads from an error of n8n's request functions what became of the request. Such an error holds
 * the whole request, credential included: only codes are taken from it, and it goes no further.
 */
export function readTransportFailure(error: unknown): Exclude<HttpResult, { kind: 'answered' }> {
	const chain = causes(error);
	const codes = chain.map(({ code }) => code).filter((code) => typeof code === 'string');
	if (hasNotConnected(chain)) {
		const code = codes.find((each) => UNREACHABLE.has(each)) ?? codes[0];
		return { kind: 'notSent', code: code ?? 'no connection', mayPass: true };
	}

	const never = codes.find((code) => NEVER_SENT.test(code));
	if (never !== undefined) return { kind: 'notSent', code: never, mayPass: false };
	const isBlocked = chain.some(({ name }) => typeof name === 'string' && /^Ssrf/.test(name));
	if (isBlocked) return { kind: 'notSent', code: 'address blocked by n8n', mayPass: false };

	return { kind: 'silent', code: codes.at(-1) ?? 'no answer' };
}

/**
 * Whether no connection came about. Where a host has several addresses, not to one of them: the error that
 * holds the others repeats the code of the first.
 */
function hasNotConnected(chain: readonly Cause[]): boolean {
	const several = chain.find(({ errors }) => errors.length > 0)?.errors ?? [];
	const attempts = several.length > 0 ? several.map(causes) : [chain];
	return attempts.every((attempt) => attempt.some(isBeforeConnected));
}

function isBeforeConnected({ code, syscall }: Cause): boolean {
	return UNREACHABLE.has(String(code)) || BEFORE_CONNECTED.has(String(syscall));
}

interface Cause {
	code: unknown;
	syscall: unknown;
	name: unknown;
	/** One for each address that was tried, where there were several. */
	errors: readonly unknown[];
}

/** The error and what caused it, outermost first. */
function causes(error: unknown): Cause[] {
	const chain: Cause[] = [];
	let current = error;
	while (isObject(current) && chain.length < LONGEST_CHAIN) {
		const { code, syscall, errors } = current;
		chain.push({
			code,
			syscall,
			name: nameOf(current),
			errors: Array.isArray(errors) ? errors : [],
		});
		current = current.cause;
	}
	return chain;
}

function nameOf(error: object): unknown {
	return (error as { constructor?: { name?: unknown } }).constructor?.name;
}
