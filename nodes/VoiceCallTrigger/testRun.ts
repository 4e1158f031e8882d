import type { IHookFunctions } from 'n8n-workflow';

const MEMBER = 'testRun';

/**
 * Marks that the webhook being created is the test URL's. n8n calls `delete` in the same way for the
 * test URL and the production URL, but keeps the static data of a test run with it and never saves it.
 */
export function markTestRun(context: IHookFunctions): void {
	context.getWorkflowStaticData('node')[MEMBER] = true;
}

/** Whether the webhook being deleted is the test URL's. */
export function isTestRun(context: IHookFunctions): boolean {
	return context.getWorkflowStaticData('node')[MEMBER] === true;
}
