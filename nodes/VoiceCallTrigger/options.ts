import type { INodeProperties } from 'n8n-workflow';
import { providers } from '../providers';
import { answerOptions } from './answer/options';
import { MAX_ALLOWLIST_ENTRIES } from './ipAllowlist';

const commonOptions: INodeProperties[] = [
	{
		displayName: 'Ignore Duplicates',
		name: 'ignoreDuplicates',
		type: 'boolean',
		default: true,
		description:
			'Whether an event that started the workflow before is answered but does not start it again. Test runs never ignore anything.',
	},
	{
		displayName: 'Include Raw Body',
		name: 'includeRawBody',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the verified body as text, in the field <code>rawBody</code>. Bytes that are not UTF-8 come as base64 besides, in <code>rawBodyBase64</code>.',
	},
	{
		displayName: 'IP Allowlist',
		name: 'ipAllowlist',
		type: 'string',
		default: '',
		placeholder: 'e.g. 203.0.113.7, 198.51.100.0/24, 2001:db8::/32',
		description: `Addresses and CIDR ranges that may send events, separated by commas, at most ${MAX_ALLOWLIST_ENTRIES}. Without this option everybody may send; an option that is empty, or whose expression gives nothing, refuses everybody. Behind a reverse proxy, set N8N_PROXY_HOPS so that n8n knows the sender's address.`,
	},
];

const providerOptions = providers.flatMap(({ id, trigger }) =>
	[
		...trigger.options,
		...toleranceOf(trigger.defaultTolerance),
		...(trigger.live === undefined ? [] : answerOptions(trigger.live)),
	].map((option) => ({
		...option,
		displayOptions: { show: { '/provider': [id] } },
	})),
);

/** The option for a signed timestamp, for providers that sign one. */
function toleranceOf(seconds: number | undefined): INodeProperties[] {
	if (seconds === undefined) return [];
	return [
		{
			displayName: 'Timestamp Tolerance (Seconds)',
			name: 'timestampTolerance',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: seconds,
			description:
				'How many seconds the signed timestamp may be away from now, both ways. Older deliveries are refused, so that a recorded one cannot be sent again later.',
		},
	];
}

/** The form of the options: what applies to all providers, and what only some have. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...commonOptions, ...providerOptions].sort((a, b) =>
		a.displayName.localeCompare(b.displayName),
	),
};
