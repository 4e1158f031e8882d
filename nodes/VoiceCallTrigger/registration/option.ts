import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../../providers/common/provider';

/** The option for providers whose API takes webhooks. */
export function registrationOption({ name }: Provider): INodeProperties {
	return {
		displayName: 'Register the Webhook',
		name: 'registerWebhook',
		type: 'boolean',
		default: false,
		description: `Whether to tell ${name} the production URL by its API when the workflow is published, and to take that back when it is unpublished. The credential needs an API key, and a signing secret that you made up. Other webhooks are left alone.`,
	};
}
