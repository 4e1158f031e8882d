import { isObject } from '../../verification/json';
import type { HttpResult } from '../outcome';

/** Nobody could be reached under that name or address. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
/** What the system was doing when it failed; before a connection stands, nothing can be sent. */
const BEFORE_CONNECTED = new Set(['connect', 'getaddrinfo']);
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
	const unreachable =
		codes.find((code) => UNREACHABLE.has(code)) ??
		(chain.some(({ syscall }) => BEFORE_CONNECTED.has(String(syscall))) ? codes[0] : undefined);
	if (unreachable !== undefined) return { kind: 'notSent', code: unreachable, mayPass: true };

	const never = codes.find((code) => NEVER_SENT.test(code));
	if (never !== undefined) return { kind: 'notSent', code: never, mayPass: false };
	const isBlocked = chain.some(({ name }) => typeof name === 'string' && /^Ssrf/.test(name));
	if (isBlocked) return { kind: 'notSent', code: 'address blocked by n8n', mayPass: false };

	return { kind: 'silent', code: codes.at(-1) ?? 'no answer' };
}

/** The error and what caused it, outermost first. */
function causes(error: unknown): Array<Record<string, unknown>> {
	const chain: Array<Record<string, unknown>> = [];
	let current = error;
	while (isObject(current) && chain.length < LONGEST_CHAIN) {
		chain.push({ code: current.code, syscall: current.syscall, name: nameOf(current) });
		current = current.cause;
	}
	return chain;
}

function nameOf(error: object): unknown {
	return (error as { constructor?: { name?: unknown } }).constructor?.name;
}
