import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../providers/common/provider';
import { MAX_ALLOWLIST_ENTRIES } from './ipAllowlist';

/** The option for who may send events at all. */
export const ipAllowlistOption: INodeProperties = {
	displayName: 'IP Allowlist',
	name: 'ipAllowlist',
	type: 'string',
	default: '',
	placeholder: 'e.g. 203.0.113.7, 198.51.100.0/24, 2001:db8::/32',
	description: `Addresses and CIDR ranges that may send events, separated by commas, at most ${MAX_ALLOWLIST_ENTRIES}. Without this option everybody may send; an option that is empty, or whose expression gives nothing, refuses everybody. Behind a reverse proxy, set N8N_PROXY_HOPS so that n8n knows the sender's address.`,
};

/** The options that the proof of a provider's events has, shown for this provider alone. */
export function proofOptionsOf({ id, trigger }: Provider): INodeProperties[] {
	return [...trigger.options, ...toleranceOf(trigger.defaultTolerance)].map((option) => ({
		...option,
		displayOptions: { show: { '/provider': [id] } },
	}));
}

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
				'How far the signed timestamp may be from now, in seconds, in either direction. Older deliveries are refused, so that a recorded one cannot be sent again later.',
		},
	];
}
