import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { numberIn } from '../providers/common/reading';
import { isObject } from '../verification/json';
import { callingProviders } from './registry';
import { proofOptions } from './wait/form';

/** The node's options, read once for all items. */
export interface Settings {
	/** How many requests are under way at the same time. */
	concurrency: number;
	/** Milliseconds for one request. */
	timeout: number;
	/** Milliseconds that one item may wait for the provider's request limit, in all. */
	maxWait: number;
}

const DEFAULTS = { concurrency: 1, timeout: 30, maxWait: 900 };
const LIMITS = { concurrency: [1, 50], timeout: [1, 600], maxWait: [0, 86_400] } as const;

const ownOptions: INodeProperties[] = [
	{
		displayName: 'Max Wait',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: LIMITS.maxWait[0], maxValue: LIMITS.maxWait[1] },
		default: 900,
		description:
			'How many seconds one item may wait for the provider’s request limit before it fails. HuskyVoice takes 60 requests a minute.',
	},
	{
		displayName: 'Requests in Parallel',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: LIMITS.concurrency[0], maxValue: LIMITS.concurrency[1] },
		default: 1,
		description:
			'How many requests are sent side by side. The output keeps the order of the input; with more than 1, calls may start in another order.',
	},
	{
		displayName: 'Timeout',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: LIMITS.timeout[0], maxValue: LIMITS.timeout[1] },
		default: 30,
		description:
			'How many seconds the provider may take to answer a request. After it, nobody knows whether the call was placed, so it is not sent again.',
	},
];

/** The form of the options. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { hide: { resource: ['request'] } },
	options: [...ownOptions, ...proofOptions(callingProviders)].sort((one, other) =>
		one.displayName.localeCompare(other.displayName),
	),
};

/** Reads the options. A value out of bounds counts as the nearest bound, no number as the default. */
export function readSettings(context: IExecuteFunctions): Settings {
	const given: unknown = context.getNodeParameter('options', 0, {});
	const entered = isObject(given) ? given : {};
	const within = (name: keyof typeof DEFAULTS) => {
		const value = numberIn(entered[name]) ?? DEFAULTS[name];
		const [lowest, highest] = LIMITS[name];
		return Math.min(Math.max(value, lowest), highest);
	};
	return {
		concurrency: Math.floor(within('concurrency')),
		timeout: within('timeout') * 1000,
		maxWait: within('maxWait') * 1000,
	};
}
