import { textProblem } from '../common/secretText';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * What is wrong with an inbound URL as entered. The URL is a secret: whoever knows it can place
 * calls. So it goes over https only, or stays on this machine.
 *
 * @see https://docs.huskyvoice.ai/api/inbound-webhooks/
 * @returns a sentence that says what is wrong and one that says what to do; never the URL
 */
export function inboundUrlProblem(value: string): string | undefined {
	const copy = 'Copy the whole URL from Integrations > Inbound Webhooks in HuskyVoice.';
	if (value.trim() === '') return `The inbound URL is empty. ${copy}`;
	const problem = textProblem('inbound URL', value);
	if (problem !== undefined) return problem;
	if (!URL.canParse(value)) return `The inbound URL is no web address. ${copy}`;
	const { protocol, hostname } = new URL(value);
	if (protocol === 'https:') return undefined;
	if (protocol === 'http:' && LOOPBACK.has(hostname)) return undefined;
	return `The inbound URL does not begin with https://, so the secret in it would be sent in the clear. ${copy}`;
}
