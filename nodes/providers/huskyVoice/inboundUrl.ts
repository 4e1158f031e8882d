import { isBlank } from '../../verification/blank';
import type { Advice } from '../common/advice';
import { textProblem } from '../common/secretText';
import { addressProblem, isOverTls } from '../common/webAddress';

/**
 * What is wrong with an inbound URL as entered. The URL is a secret: whoever knows it can place
 * calls. So it goes over https only, or stays on this machine.
 *
 * @see https://docs.huskyvoice.ai/api/inbound-webhooks/
 * @returns what is wrong and what to do; never the URL
 */
export function inboundUrlProblem(value: string): Advice | undefined {
	const advice = 'Copy the whole URL from Integrations > Inbound Webhooks in HuskyVoice.';
	if (isBlank(value)) return { message: 'The inbound URL is empty.', advice };
	const problem = textProblem('inbound URL', value);
	if (problem !== undefined) return problem;
	if (!URL.canParse(value)) return { message: 'The inbound URL is not a web address.', advice };
	const { protocol, hostname } = new URL(value);
	if (!isOverTls(protocol, hostname)) {
		return {
			message:
				'The inbound URL does not start with https://, so the secret in it would be sent in the clear.',
			advice,
		};
	}
	const more = addressProblem(value);
	return more === undefined ? undefined : { message: `The inbound URL ${more}.`, advice };
}
