import type { Advice } from '../common/advice';
import { textProblem } from '../common/secretText';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What is wrong with an inbound URL as entered. The URL is a secret: whoever knows it can place
 * calls. So it goes over https only, or stays on this machine.
 *
 * @see https://docs.huskyvoice.ai/api/inbound-webhooks/
 * @returns what is wrong and what to do; never the URL
 */
export function inboundUrlProblem(value: string): Advice | undefined {
	const advice = 'Copy the whole URL from Integrations > Inbound Webhooks in HuskyVoice.';
	if (value.trim() === '') return { message: 'The inbound URL is empty.', advice };
	const problem = textProblem('inbound URL', value);
	if (problem !== undefined) return problem;
	if (!URL.canParse(value)) return { message: 'The inbound URL is not a web address.', advice };
	const { protocol, hostname, username, password, search, hash } = new URL(value);
	const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
	if (isSafe) {
		const hasMore = username !== '' || password !== '' || search !== '' || hash !== '';
		return hasMore
			? { message: 'The inbound URL has more than a host and a path.', advice }
			: undefined;
	}
	return {
		message:
			'The inbound URL does not start with https://, so the secret in it would be sent in the clear.',
		advice,
	};
}
