import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { chosenProviderName } from '../providers';
import { testedBy } from './methods/credentialTest';
import { listSearch } from './methods/listSearch';
import { answer } from './answer';
import { execute } from './execute';
import { properties } from './properties';
import { searchHint, waitingNodeTooltip } from './texts';
import { resume, resumeWebhooks } from './wait/resume';

export class VoiceCall implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Voice Call',
		name: 'voiceCall',
		icon: { light: 'file:voiceCall.svg', dark: 'file:voiceCall.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: `={{ $parameter["operation"].replace(/[A-Z]/g, " $&").toLowerCase() + ": " + ${chosenProviderName} }}`,
		description:
			'Places, reads and cancels phone calls of voice agents. Creating a call places a real one: it rings a person and costs money.',
		defaults: { name: 'Voice Call' },
		usableAsTool: true,
		builderHint: { searchHint },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		webhooks: resumeWebhooks,
		waitingNodeTooltip,
		// Written out, although the registry knows it all: n8n's package checks read this list as text.
		// The slashes matter: without them the editor takes both parameters for choices of how to sign
		// in, and hides them from the form.
		credentials: [
			{
				name: 'blandApi',
				required: true,
				displayOptions: { show: { '/provider': ['bland'] } },
				testedBy: 'blandApi',
			},
			{
				name: 'elevenLabsApi',
				required: true,
				displayOptions: {
					show: { '/provider': ['elevenLabs'] },
					hide: { '/resource': ['request'] },
				},
				testedBy: 'elevenLabsApi',
			},
			{
				name: 'huskyVoiceInboundUrlApi',
				required: true,
				displayOptions: {
					show: { '/provider': ['huskyVoice'], '/authentication': ['inboundUrl'] },
				},
				testedBy: 'huskyVoiceInboundUrlApi',
			},
			{
				name: 'huskyVoiceApi',
				required: true,
				displayOptions: {
					show: { '/provider': ['huskyVoice'], '/authentication': ['apiKey'] },
				},
				testedBy: 'huskyVoiceApi',
			},
			{
				name: 'enableXApi',
				required: true,
				displayOptions: {
					show: { '/provider': ['enableX'] },
					hide: { '/resource': ['request'] },
				},
				testedBy: 'enableXApi',
			},
			{
				name: 'miraiMindsApi',
				required: true,
				displayOptions: { show: { '/provider': ['miraiMinds'] } },
				testedBy: 'miraiMindsApi',
			},
			{
				name: 'miraiMindsV2Api',
				required: true,
				displayOptions: { show: { '/provider': ['miraiMindsV2'] } },
				testedBy: 'miraiMindsV2Api',
			},
			{
				name: 'retellApi',
				required: true,
				displayOptions: {
					show: { '/provider': ['retell'] },
					hide: { '/resource': ['request'] },
				},
				testedBy: 'retellApi',
			},
			{
				name: 'telnyxApi',
				required: true,
				displayOptions: { show: { '/provider': ['telnyx'] } },
				testedBy: 'telnyxApi',
			},
			{
				name: 'ultravoxApi',
				required: true,
				displayOptions: {
					show: { '/provider': ['ultravox'] },
					hide: { '/resource': ['request'] },
				},
				testedBy: 'ultravoxApi',
			},
			{
				name: 'vapiApi',
				required: true,
				displayOptions: {
					show: { '/provider': ['vapi'] },
					hide: { '/resource': ['request'] },
				},
				testedBy: 'vapiApi',
			},
		],
		properties,
	};

	methods = { credentialTest: testedBy, listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const isRequest = this.getNodeParameter('resource', 0, 'call') === 'request';
		return isRequest ? await answer(this) : await execute(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resume(this);
	}
}
