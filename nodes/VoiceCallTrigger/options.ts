import type { INodeProperties } from 'n8n-workflow';
import { providers } from '../providers';
import { answerOptions } from './answer/options';
import { audioOptions } from './audio/options';
import type { Provider } from '../providers/common/provider';
import { registering } from './registration/register';
import { registrationOption } from './registration/option';
import { ipAllowlistOption, proofOptionsOf } from '../delivery/proofOptions';

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
			'Whether to add the verified body as text, in the field <code>rawBody</code>. Bytes that are not UTF-8 also come as base64, in <code>rawBodyBase64</code>.',
	},
	ipAllowlistOption,
];

const providerOptions = providers.flatMap((provider) => [
	...proofOptionsOf(provider),
	...answerOptionsOf(provider),
	...(provider.trigger.audio === undefined ? [] : audioOptions.map(forProvider(provider))),
	...(registering(provider) === undefined
		? []
		: [forProvider(provider)(registrationOption(provider))]),
]);

/** An option that only this provider's form has. */
function forProvider({ id }: Provider) {
	return (option: INodeProperties): INodeProperties => ({
		...option,
		displayOptions: { ...option.displayOptions, show: { '/provider': [id] } },
	});
}

/** The options for live requests, for providers that send some. */
function answerOptionsOf(provider: Provider): INodeProperties[] {
	const { live } = provider.trigger;
	return live === undefined ? [] : answerOptions(live).map(forProvider(provider));
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
