import { BadInput } from './badInput';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
/** Scheme and host as written, up to the path. */
const AUTHORITY = /^https?:\/\/([^/?#]*)/i;
/** What can be seen of ASCII, without the backslash, which browsers turn round. */
const ADDRESS = /^[!-[\]-~]+$/;

/**
 * Whether the host of an address is the one that a person reads there, and nothing stands beside it: no user
 * name, no letters of other alphabets that look alike, no number in disguise, no port that nobody listens at.
 *
 * @param address that `URL` can parse
 */
function hasPlainHost(address: string): boolean {
	const written = AUTHORITY.exec(address)?.[1].toLowerCase() ?? '';
	const { hostname, port, protocol } = new URL(address);
	const usual = protocol === 'https:' ? '443' : '80';
	const isAsWritten = [hostname, `${hostname}:${port || usual}`].includes(written);
	return isAsWritten && port !== '0' && !hostname.endsWith('.');
}

/**
 * A web address that secrets may be sent to: https, or this machine itself.
 *
 * @param label how the form calls the field
 * @returns it without the slash at its end
 * @throws BadInput when it is none
 */
export function webAddress(value: unknown, label: string): string {
	const address = typeof value === 'string' ? value.trim() : '';
	const advice = 'Give an address that starts with https://.';
	if (!URL.canParse(address)) throw new BadInput(`${label} is not a web address.`, advice);
	const { protocol, hostname } = new URL(address);
	if (!isOverTls(protocol, hostname)) {
		throw new BadInput(`${label} does not start with https://.`, advice);
	}
	const problem = addressProblem(address);
	if (problem !== undefined) throw new BadInput(`${label} ${problem}.`, advice);
	return address.replace(/\/+$/, '');
}

/** Whether what is sent there cannot be read on the way: https, or this machine itself. */
export function isOverTls(protocol: string, hostname: string): boolean {
	return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

/**
 * What is wrong with an address for secrets, beyond its protocol.
 *
 * @param address that `URL` can parse
 * @returns the end of a sentence; never a part of the address
 */
export function addressProblem(address: string): string | undefined {
	const [, authority = ''] = AUTHORITY.exec(address) ?? [];
	if (/[?#]/.test(address) || authority.includes('@')) return 'has more than a host and a path';
	if (!hasPlainHost(address)) return 'has a host or a port that is not what it looks like';
	return ADDRESS.test(address) ? undefined : 'has characters that stand in no web address';
}

/**
 * A web address that a provider sends events to: https, or this machine itself.
 *
 * @returns it as entered; `undefined` when nothing was entered
 * @throws BadInput when it is none
 */
export function callbackAddress(value: unknown, label: string): string | undefined {
	const address = typeof value === 'string' ? value.trim() : '';
	if (address === '') return undefined;
	const advice = 'Give the production URL of a Voice Call Trigger, which starts with https://.';
	if (!URL.canParse(address)) throw new BadInput(`${label} is not a web address.`, advice);
	const { protocol, hostname, pathname } = new URL(address);
	if (pathname.includes('/webhook-test/')) {
		throw new BadInput(
			`${label} is a test URL, which listens for one event while the editor waits for it.`,
			advice,
		);
	}
	if (isOverTls(protocol, hostname)) return address;
	throw new BadInput(`${label} does not start with https://.`, advice);
}

/**
 * The web address of a file that a provider fetches, e.g. of one that is played.
 *
 * @returns it as entered; `undefined` when nothing was entered
 * @throws BadInput when it is none
 */
export function fileAddress(value: unknown, label: string): string | undefined {
	const address = typeof value === 'string' ? value.trim() : '';
	if (address === '') return undefined;
	if (/^https?:\/\//i.test(address) && URL.canParse(address)) return address;
	throw new BadInput(
		`${label} is not a web address.`,
		'Give the address of the file, which starts with https://.',
	);
}

/** Names that no server on the internet has: this machine, a home network, a container. */
const LOCAL_NAME = /^(?:[^.]+|.*\.(?:internal|lan|local|localhost))$/;
/** Addresses of this machine and of private networks, as `URL` writes them. */
const LOCAL_ADDRESS =
	/^(?:0|10|127)\.[\d.]+$|^(?:169\.254|192\.168)\.[\d.]+$|^172\.(?:1[6-9]|2\d|3[01])\.[\d.]+$|^\[(?:::|f[cd]|fe[89ab])/;

/** Whether an address leads to this machine or a private network, where nothing from outside gets in. */
export function isLocal(address: string): boolean {
	const hostname = new URL(address).hostname.replace(/\.$/, '');
	return LOCAL_ADDRESS.test(hostname) || (!hostname.startsWith('[') && LOCAL_NAME.test(hostname));
}

/**
 * Refuses an address for events that the provider cannot reach. A provider that is at a local address
 * itself, behind a gateway or as a stand-in, can.
 *
 * @param eventsTo where the events go; `undefined` for a request that does not say it
 * @param provider where the requests go
 * @throws BadInput when the provider is on the internet, and the address is not
 */
export function requireReachable(eventsTo: string | undefined, provider: string): void {
	if (eventsTo === undefined || !isLocal(eventsTo) || isLocal(provider)) return;
	throw new BadInput(
		'The address for events leads to this machine or a private network, where the provider cannot reach it.',
		'Give the production URL of a Voice Call Trigger as the internet sees it. If n8n shows a local one, set WEBHOOK_URL.',
	);
}
