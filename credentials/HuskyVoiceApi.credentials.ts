import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** The key of HuskyVoice's REST API. Used by the Voice Call node. */
export class HuskyVoiceApi implements ICredentialType {
	name = 'huskyVoiceApi';

	displayName = 'HuskyVoice AI API';

	icon = {
		light: 'file:../nodes/providers/huskyVoice/huskyVoice.svg',
		dark: 'file:../nodes/providers/huskyVoice/huskyVoice.dark.svg',
	} as const;

	documentationUrl = 'https://docs.huskyvoice.ai/api/api-keys/';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			hint: 'In HuskyVoice under Integrations &gt; API Key',
			description:
				'The key that HuskyVoice shows once, under Integrations &gt; API Key &gt; Generate New Key. It needs the scopes of what you do with it: calls:create, calls:read, calls:cancel, calls:delete.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.huskyvoice.ai/v1',
			description: 'Where the API is. Change it only if HuskyVoice gave you another address.',
		},
	];

	/**
	 * A bearer token, as all pages but one show it; the one on deleting shows `x-api-key`, so a `DELETE`
	 * has both.
	 *
	 * @see https://docs.huskyvoice.ai/api/deleting-calls/
	 */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const key = String(credentials.apiKey);
		return {
			...requestOptions,
			headers: {
				...requestOptions.headers,
				Authorization: `Bearer ${key}`,
				...(requestOptions.method === 'DELETE' ? { 'x-api-key': key } : {}),
			},
		};
	};
}
