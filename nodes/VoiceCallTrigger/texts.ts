import type { INodeTypeDescription } from 'n8n-workflow';

/** What the editor says when the workflow has been published. */
export const activationMessage =
	'Your workflow now receives verified call events. Make sure that your provider sends to the production URL of the Voice Call Trigger.';

/** What the editor says on the canvas while it waits for a test event. */
export const eventTriggerDescription = 'Waiting for your provider to send an event to the test URL';

/** The panel beside the form. */
export const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Receive a call event',
	executionsHelp: {
		inactive:
			'<b>While building</b>, execute this step and have your provider send an event to the <b>test URL</b>. If it is refused, the output says why and what to do. For a live request, execute the whole workflow instead: this step alone answers nothing.<br /><br /><b>When it works</b>, publish the workflow and have your provider send to the <b>production URL</b>. Until it is published, n8n answers 404, and some providers never send such an event again.',
		active:
			'<b>While building</b>, execute this step and have your provider send an event to the <b>test URL</b>.<br /><br />The workflow is published: events sent to the <b>production URL</b> are verified and start it. You find them under <a data-key="executions">executions</a>, and refused ones in the log of n8n.',
	},
	activationHint:
		'Once it works, publish the workflow and have your provider send to the production URL.',
};

/** What n8n tells an AI that builds workflows. */
export const searchHint =
	'Use this in place of the Webhook node for voice platforms: it verifies the signature by itself, so no Code node and no secret is needed in the workflow. A platform that is not in the list: choose the provider whose form describes a signature. The item has the same fields for every provider: event.type, call.id, call.status, call.transcript, call.summary; what the provider sent is in payload. The Respond to Webhook node does not work with it: answer live requests with Voice Call.';
