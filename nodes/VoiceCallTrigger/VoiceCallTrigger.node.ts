import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { chosenProviderName, hasNoLiveRequests } from '../providers';
import { checkReadiness, registerWhereWanted } from './activation';
import { receiveRequest } from './answer/receiveRequest';
import { forgetSecrets } from '../delivery/credential/proveDelivery';
import { testedBy } from './credentialTest';
import { identityOf } from '../delivery/nodeIdentity';
import { properties } from './properties';
import { receive } from './receive';
import { forgetLines } from '../delivery/refusal/log';
import { unregisterWebhook } from './registration/unregister';
import { isTestRun, markTestRun } from './testRun';
import { activationMessage, eventTriggerDescription, searchHint, triggerPanel } from './texts';

export class VoiceCallTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Voice Call Trigger',
		name: 'voiceCallTrigger',
		icon: { light: 'file:voiceCall.svg', dark: 'file:voiceCall.dark.svg' },
		group: ['trigger'],
		// Not 1: at version 1 n8n evaluates an expression for each webhook request, which costs two
		// thirds of the throughput. For the same reason no member of `webhooks` is an expression.
		version: 1.1,
		subtitle: `={{ ${chosenProviderName} }}`,
		description:
			'Starts the workflow when a voice platform reports on a call, after checking where the report comes from',
		defaults: { name: 'Voice Call Trigger' },
		builderHint: { searchHint },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		eventTriggerDescription,
		activationMessage,
		triggerPanel,
		// Written out, although the registry knows it all: n8n's package checks read this list as text.
		// The slash matters: without it the editor takes `provider` for a choice of how to sign in, and
		// hides it from the form.
		credentials: [
			{
				name: 'huskyVoiceWebhookApi',
				required: true,
				displayOptions: { show: { '/provider': ['huskyVoice'] } },
				testedBy: 'huskyVoiceWebhookApi',
			},
			{
				name: 'enableXApi',
				required: true,
				displayOptions: { show: { '/provider': ['enableX'] } },
				testedBy: 'enableXApi',
			},
			{
				name: 'miraiMindsApi',
				required: true,
				displayOptions: { show: { '/provider': ['miraiMinds'] } },
				testedBy: 'miraiMindsApi',
			},
			{
				name: 'voxifiWebhookApi',
				required: true,
				displayOptions: { show: { '/provider': ['voxifi'] } },
				testedBy: 'voxifiWebhookApi',
			},
			{
				name: 'blandApi',
				required: true,
				displayOptions: { show: { '/provider': ['bland'] } },
				testedBy: 'blandApi',
			},
			{
				name: 'elevenLabsApi',
				required: true,
				displayOptions: { show: { '/provider': ['elevenLabs'] } },
				testedBy: 'elevenLabsApi',
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
				displayOptions: { show: { '/provider': ['retell'] } },
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
				displayOptions: { show: { '/provider': ['ultravox'] } },
				testedBy: 'ultravoxApi',
			},
			{
				name: 'standardWebhooksApi',
				required: true,
				displayOptions: { show: { '/provider': ['standardWebhooks'] } },
				testedBy: 'standardWebhooksApi',
			},
			{
				name: 'customWebhookApi',
				required: true,
				displayOptions: { show: { '/provider': ['custom'] } },
				testedBy: 'customWebhookApi',
			},
			{
				name: 'vapiApi',
				required: true,
				displayOptions: { show: { '/provider': ['vapi'] } },
				testedBy: 'vapiApi',
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				// Empty, not left out: otherwise n8n answers the literal text firstEntryJson instead of
				// what `webhook` returns as its response.
				responseData: '',
				path: 'voice-call',
			},
			{
				// n8n has two names for the webhooks of a node, and this is the other one.
				name: 'setup',
				httpMethod: 'POST',
				responseMode: 'responseNode',
				path: 'voice-call/answer',
				// Read by the editor alone, never for a request.
				ndvHideUrl: hasNoLiveRequests,
			},
		],
		properties,
	};

	methods = { credentialTest: testedBy };

	webhookMethods = {
		default: {
			/** Always no: activation checks the settings, and looks for itself what a provider has. */
			checkExists: async function (this: IHookFunctions): Promise<boolean> {
				return false;
			},
			create: async function (this: IHookFunctions): Promise<boolean> {
				if (this.getActivationMode() === 'manual') markTestRun(this);
				await checkReadiness(this);
				await registerWhereWanted(this);
				return true;
			},
			/**
			 * What was seen stays remembered, within its bounds: the workflow may be published again in a
			 * moment. The end of a test run is no deactivation.
			 */
			delete: async function (this: IHookFunctions): Promise<boolean> {
				if (isTestRun(this)) return true;
				forgetLines(identityOf(this));
				forgetSecrets(identityOf(this));
				await unregisterWebhook(this);
				return true;
			},
		},
		/** The URL of live requests: what there is to do is done for the other one. */
		setup: {
			checkExists: async function (this: IHookFunctions): Promise<boolean> {
				return false;
			},
			create: async function (this: IHookFunctions): Promise<boolean> {
				return true;
			},
			delete: async function (this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup' ? await receiveRequest(this) : await receive(this);
	}
}
