import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { providerOf } from '../providers';
import type { Provider, SchemeSettings } from '../providers/common/provider';

/** What the form of the node says. */
export interface TriggerSettings {
	provider: Provider;
	events: string[];
	output: 'simplified' | 'raw';
	ignoreDuplicates: boolean;
	includeRawBody: boolean;
	ipAllowlist: string;
	scheme: SchemeSettings;
}

interface TriggerOptions {
	timestampTolerance?: number;
	acceptPlaintext?: boolean;
	ignoreDuplicates?: boolean;
	includeRawBody?: boolean;
	ipAllowlist?: string;
}

const DEFAULT_TOLERANCE_SECONDS = 300;

/** Reads the node's parameters. */
export function readSettings(context: IWebhookFunctions | IHookFunctions): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as TriggerOptions;
	const tolerance = options.timestampTolerance;
	return {
		provider: providerOf(context.getNodeParameter('provider') as string),
		events: context.getNodeParameter('events', []) as string[],
		output: context.getNodeParameter('output', 'simplified') as TriggerSettings['output'],
		ignoreDuplicates: options.ignoreDuplicates !== false,
		includeRawBody: options.includeRawBody === true,
		ipAllowlist: options.ipAllowlist ?? '',
		scheme: {
			timestampTolerance:
				typeof tolerance === 'number' && tolerance >= 0 ? tolerance : DEFAULT_TOLERANCE_SECONDS,
			acceptPlaintext: options.acceptPlaintext === true,
		},
	};
}
