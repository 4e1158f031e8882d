import { senderOf } from '../../../providers/common/provider';
import type { RefusalReason } from '../responses';
import type { Diagnosis, Patient } from './diagnosis';
import { unreadableBody } from './unreadableBody';

const nameOf = ({ settings }: Patient) => senderOf(settings.provider);
/** Whether the node's form says how deliveries are signed. */
const isDescribed = ({ settings }: Patient) => settings.provider.trigger.fields !== undefined;
const headerOf = ({ cause }: Patient) => cause.header ?? 'signature';

/** What each reason means, where no more exact mistake was found. */
export const remedies: Record<RefusalReason, (patient: Patient) => Diagnosis> = {
	'header-missing': (patient) => ({
		message: `The request has no ${headerOf(patient)} header, so nothing proves that ${nameOf(patient)} sent it`,
		description: `Send the event from ${nameOf(patient)} itself, not by hand. If it did come from there, ${
			isDescribed(patient) ? 'compare its headers with what the form of this node says, and ' : ''
		}let your reverse proxy pass the header on.`,
	}),
	'header-repeated': (patient) => ({
		message: `The request has the ${headerOf(patient)} header more than once`,
		description: 'Have your reverse proxy pass headers on as they are, without adding any.',
	}),
	'signature-malformed': (patient) => ({
		message: `The ${headerOf(patient)} header does not hold a signature as ${nameOf(patient)} writes it`,
		description: `Send the event from ${nameOf(patient)} itself, and check that the right provider is selected in this node.`,
	}),
	'signature-mismatch': (patient) => ({
		message: 'The signature does not match the body and the secret',
		description: `Most likely the secret is not the right one: copy it again from the endpoint in ${nameOf(patient)} that sends to this URL. If it is the same, something between ${nameOf(patient)} and n8n changes the body.`,
	}),
	'timestamp-malformed': (patient) => ({
		message: `The ${headerOf(patient)} header does not hold a time in whole Unix seconds`,
		description: `Send the event from ${nameOf(patient)} itself. If you sign events by hand, write the time as digits only, e.g. 1705315800.`,
	}),
	'timestamp-too-old': () => ({
		message: 'The event was signed too long ago',
		description:
			'Send it again. If events are held back before they reach n8n, raise Timestamp Tolerance under Options.',
	}),
	'timestamp-too-new': () => ({
		message: 'The event was signed in the future',
		description: 'Set the clock of the server that n8n runs on (NTP does it for you).',
	}),
	'key-id-malformed': (patient) => ({
		message: `The ${headerOf(patient)} header does not hold a key`,
		description: `Send the event from ${nameOf(patient)} itself, not by hand.`,
	}),
	'key-id-unknown': (patient) => ({
		message: `The event was signed with a key pair that the credential does not have`,
		description: `Compare the ${headerOf(patient)} header with the public key in the credential. For events of another organization, add its key pair under Additional Key Pairs.`,
	}),
	'id-malformed': (patient) => ({
		message: `The ${headerOf(patient)} header does not hold an ID`,
		description: `Send the event from ${nameOf(patient)} itself, not by hand.`,
	}),
	'secret-malformed': (patient) => ({
		message:
			patient.cause.problem?.message ?? 'The secret in the credential cannot be read as a key',
		description:
			patient.cause.problem?.advice ??
			`Open the credential of this node and paste the whole secret that ${nameOf(patient)} shows, with its prefix.`,
	}),
	'secret-mismatch': (patient) => ({
		message: `The secret in the ${headerOf(patient)} header is not the one in the credential`,
		description: `Copy the secret again from ${nameOf(patient)} into the credential, or set it there to the one that the credential has.`,
	}),
	'secret-missing': (patient) => ({
		message: 'The credential has no secret to verify this event with',
		description: `Open the credential of this node and paste the secret that ${nameOf(patient)} shows.`,
	}),
	'headers-disagree': () => ({
		message: 'The request names two different ciphers',
		description: 'Have your reverse proxy pass headers on as they are, without adding any.',
	}),
	'cipher-not-allowed': (patient) => ({
		message: `The ${headerOf(patient)} header names a cipher that is not accepted`,
		description: 'Accepted are aes-128-cbc, aes-192-cbc and aes-256-cbc.',
	}),
	'encoding-not-allowed': (patient) => ({
		message: `The ${headerOf(patient)} header names an encoding that is not accepted`,
		description:
			'Accepted are hex and base64 for the ciphertext, utf8, latin1 and ascii for the event.',
	}),
	'plaintext-not-allowed': (patient) => ({
		message: 'The event is not encrypted, so nothing proves where it came from',
		description: `If your ${nameOf(patient)} project sends events unencrypted, turn on Accept Plaintext under Options and limit the senders with IP Allowlist: anyone who knows the URL can then send events.`,
	}),
	'envelope-malformed': () => ({
		message: 'The body is not an encrypted event',
		description:
			'It should be a JSON object with the member encrypted_data. Check that nothing between the provider and n8n changes the body.',
	}),
	undecryptable: () => ({
		message: 'The event cannot be decrypted with the App ID of the credential',
		description:
			'Copy the App ID again from the project that the phone number belongs to: each project has its own.',
	}),
	'not-an-event': (patient) => ({
		message: `The body is not an event of ${nameOf(patient)}`,
		description: 'An event is a JSON object with a voice_id and a state.',
	}),
	'sender-not-allowed': ({ sender }) => ({
		message: `The sender’s address${sender === undefined ? '' : `, ${sender},`} is not on the IP allowlist`,
		description:
			'If it is your provider’s, add it under Options, IP Allowlist. If it is your reverse proxy’s, set N8N_PROXY_HOPS, so that n8n sees the sender’s.',
	}),
	'body-unreadable': unreadableBody,
	'content-encoding': () => ({
		message: 'The body is compressed in a way that n8n does not undo',
		description:
			'Have the sender, or the proxy in between, send it as it is, or compressed as gzip or deflate (written in lower case).',
	}),
	'not-an-object': () => ({
		message: 'The event is genuine, but its body is not a JSON object',
		description: 'Send an event as the provider documents it.',
	}),
	'allowlist-malformed': () => ({
		message: 'The IP allowlist of this node cannot be read, so nobody can send events',
		description:
			'Correct it under Options, IP Allowlist: addresses or CIDR ranges with commas between, e.g. 203.0.113.0/24.',
	}),
	'settings-malformed': ({ cause }) => ({
		message: cause.problem?.message ?? 'The settings of this node cannot be right',
		description: cause.problem?.advice ?? 'Open this node and check its fields.',
	}),
	'credential-unreadable': () => ({
		message: 'The credential of this node is missing or cannot be read',
		description: 'Open this node and choose a credential, or create a new one.',
	}),
};
