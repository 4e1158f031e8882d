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
