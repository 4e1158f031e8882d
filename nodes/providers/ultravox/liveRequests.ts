import type { Answered, LiveRequest, LiveRequests, Reaction } from '../common/liveRequest';
import { liveSecretProof } from '../common/liveSecret';
import { textAt } from '../common/reading';
import { TOOL_ANSWERS, toolAnswer, toolFailure } from '../common/toolAnswer';

const REACTION = 'X-Ultravox-Agent-Reaction';
const RESPONSE_TYPE = 'X-Ultravox-Response-Type';

/**
 * How an answer says what comes after it.
 *
 * @see https://docs.ultravox.ai/tools/custom/agent-responses
 * @see https://docs.ultravox.ai/tools/custom/changing-call-state
 */
const HEADERS: Record<Reaction, Record<string, string> | undefined> = {
	asSet: undefined,
	hangUp: { [RESPONSE_TYPE]: 'hang-up' },
	listens: { [REACTION]: 'listens' },
	newStage: { [RESPONSE_TYPE]: 'new-stage' },
	speaks: { [REACTION]: 'speaks' },
	speaksOnce: { [REACTION]: 'speaks-once' },
};

/**
 * An HTTP tool. Its body is what the tool's definition says; the conversation waits for the answer.
 *
 * @see https://docs.ultravox.ai/tools/custom/http-vs-client-tools
 */
const httpTool: LiveRequest = {
	value: 'http-tool',
	name: 'HTTP Tool',
	description: 'The agent calls a tool of yours',
	limit: { seconds: 2.5, adjustable: true, documented: true },
	answers: TOOL_ANSWERS,
	questions: (payload, { query }) => [{ id: null, name: query('tool'), parameters: payload }],
	call: (payload) => ({ id: textAt(payload, 'call_id', 'callId') }),
	respond: (answers) => toolAnswer(answers, headersOf(answers)),
	failure: (_questions, message) => toolFailure(message),
};

function headersOf([{ given }]: readonly Answered[]): Record<string, string> | undefined {
	return given.kind === 'result' ? HEADERS[given.reaction] : undefined;
}

export const live: LiveRequests = {
	requests: [httpTool],
	hasReactions: true,
	proof: liveSecretProof,
	notice:
		'For an HTTP tool (method POST, parameters in the body), set the second URL of this node, and let the tool show the live request secret of the credential in the header <b>x-voice-call-secret</b> (headerApiKey): Ultravox does not sign tools. The secret says who sends, and nothing about what is sent. The conversation waits 2.5 seconds, unless the tool has a timeout. End the workflow with <b>Voice Call: Answer live request</b>. <a href="https://docs.ultravox.ai/tools/custom/authentication" target="_blank">Tool authentication</a>',
};
