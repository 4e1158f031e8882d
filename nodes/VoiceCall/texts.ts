/** What n8n tells an AI that builds workflows. */
export const searchHint =
	'To call somebody and go on with the result in the same workflow, use the operation Create and Wait (createAndWait), with Loop Over Items and a batch size of 1 before it for several rows. Where a provider has no such operation, use Create, and start a second workflow with the Voice Call Trigger. To answer a platform that waits during a call, use the resource Live Request (request) after a Voice Call Trigger. Every call that is created rings a real phone and costs money.';

/** What the editor says while Create and Wait sleeps. */
export const waitingNodeTooltip =
	'The call was placed. The workflow goes on when its verified result arrives, or when the time is up.';
