import type { INodeProperties } from 'n8n-workflow';
import { eventsUrlField, WITHOUT_URL } from '../../common/eventsUrl';
import { locatorField } from '../../common/fields';

/** What the connection's lists call the assistants of the workspace. */
export const ASSISTANTS = 'miraiMindsAssistants';

export const assistantId = locatorField(
	{
		displayName: 'Assistant',
		name: 'assistantId',
		required: true,
		description: 'The assistant that speaks',
	},
	ASSISTANTS,
	'65f0c0ffee0123456789abcd',
);

export const number: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +919876543210',
	description:
		'The number to call, with a plus and the country code. Spaces, dashes and parentheses are removed.',
};

export const callbackUrl = eventsUrlField(
	{ displayName: 'Callback URL', name: 'callbackUrl' },
	'Mirai Minds v1',
	'One page of Mirai Minds v1 requires it, another does not.',
	WITHOUT_URL,
);

/**
 * The variants' payloads, and which members each must have.
 *
 * @see https://github.com/MiraiMinds/docs (legacy-openapi.yaml)
 */
export const payload: INodeProperties = {
	displayName: 'Payload (JSON)',
	name: 'payload',
	type: 'json',
	default: '{}',
	description:
		'What the assistant works with, by its variant. <b>Abandoned cart</b>: the checkout, with customer, lineItems, totalLineItemsPriceSet, subtotalPriceSet, totalDiscountSet and totalPriceSet. <b>COD to prepaid, address verification, order confirmation</b>: the Shopify order, with name, customer, totalPrice and lineItems. <b>NDR follow-up</b>: awb, ndrReason and customer. <b>Custom</b>: your own variables.',
};

export const metadata: INodeProperties = {
	displayName: 'Metadata (JSON)',
	name: 'metadata',
	type: 'json',
	default: '{}',
	description: 'A JSON object that Mirai Minds v1 gives back with every event of the call',
};

export const priority: INodeProperties = {
	displayName: 'Priority',
	name: 'priority',
	type: 'boolean',
	default: false,
	description: 'Whether this call goes ahead of others',
};
