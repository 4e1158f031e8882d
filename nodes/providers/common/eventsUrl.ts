import type { INodeProperties } from 'n8n-workflow';

/**
 * Where the address is found. n8n does not let a node list the URLs of other workflows: the methods that fill
 * a list see the node alone, and none is told where webhooks are reached from outside.
 */
export const EVENTS_URL_HINT =
	'Open the Voice Call Trigger that is to receive the events, and copy its first Production URL under Webhook URLs. It does not change.';

/** When no address is needed at all. */
export const WITHOUT_URL = 'To go on in this workflow, use Create and Wait: it needs no URL.';

/**
 * The field for the address that the events of one call go to.
 *
 * @param field how the form calls it, and its name
 * @param provider who sends them
 * @param more further sentences, with their full stops
 */
export function eventsUrlField(
	field: Pick<INodeProperties, 'displayName' | 'name'>,
	provider: string,
	...more: string[]
): INodeProperties {
	const what = `Where ${provider} reports what happens to the call: the production URL of a Voice Call Trigger`;
	return {
		...field,
		type: 'string',
		default: '',
		placeholder: 'e.g. https://n8n.example.com/webhook/.../voice-call',
		hint: EVENTS_URL_HINT,
		description: more.length === 0 ? what : [`${what}.`, ...more].join(' '),
	};
}
