import type { Diagnosis, Patient } from './diagnosis';

/** What kept n8n from reading the whole body, as far as the headers tell. */
export function unreadableBody({ headers }: Patient): Diagnosis {
	if (headers?.['content-type']?.some((type) => /^\s*multipart\//i.test(type))) {
		return {
			message: 'The body is a form with parts, which n8n takes apart before it can be verified',
			description: 'Have the sender send the event as application/json.',
		};
	}
	if (headers?.['content-encoding']?.some((value) => value.trim() !== 'identity')) {
		return {
			message: 'The compressed body could not be unpacked',
			description:
				'It is damaged, or not what its Content-Encoding header says, or larger than n8n takes. Have the sender, or the proxy in between, send it as it is.',
		};
	}
	return {
		message: 'The body did not arrive whole',
		description:
			'The sender broke off, or the body is larger than n8n takes: then raise N8N_PAYLOAD_SIZE_MAX. Send the event again.',
	};
}
