import { BadInput } from './badInput';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

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
	const { protocol, hostname, username, search, hash } = new URL(address);
	const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
	if (!isSafe) throw new BadInput(`${label} does not start with https://.`, advice);
	if (username !== '' || search !== '' || hash !== '') {
		throw new BadInput(`${label} has more than a host and a path.`, advice);
	}
	return address.replace(/\/+$/, '');
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
	if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return address;
	throw new BadInput(`${label} does not start with https://.`, advice);
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
