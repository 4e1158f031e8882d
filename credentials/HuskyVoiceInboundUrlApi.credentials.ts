import {
	UserError,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IHttpRequestOptions,
	type INodeProperties,
} from 'n8n-workflow';
import { adviceText } from '../nodes/providers/common/advice';
import { inboundUrlProblem } from '../nodes/providers/huskyVoice/inboundUrl';

/** The secret URL that places and cancels calls. Used by the Voice Call node. */
export class HuskyVoiceInboundUrlApi implements ICredentialType {
	name = 'huskyVoiceInboundUrlApi';

	displayName = 'HuskyVoice AI Inbound URL API';

	icon = {
		light: 'file:../nodes/providers/huskyVoice/huskyVoice.svg',
		dark: 'file:../nodes/providers/huskyVoice/huskyVoice.dark.svg',
	} as const;

	documentationUrl = 'https://docs.huskyvoice.ai/api/inbound-webhooks/';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret Inbound URL',
			name: 'secretInboundUrl',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. https://api.huskyvoice.ai/v1/hooks/...',
			hint: 'Whoever knows this URL can place calls at your expense',
			description:
				'The URL that HuskyVoice shows under Integrations &gt; Inbound Webhooks. Copy all of it: the secret is its last part.',
		},
	];

	/** Puts the URL into the request, so that the node that asks for it never holds it. */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const url =
			typeof credentials.secretInboundUrl === 'string' ? credentials.secretInboundUrl : '';
		const problem = inboundUrlProblem(url);
		if (problem !== undefined) throw new UserError(adviceText(problem));
		// The address has no slash at its end; who copies one along means the same.
		return { ...requestOptions, baseURL: undefined, url: url.replace(/\/+$/, '') };
	};
}
