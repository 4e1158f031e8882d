'use strict';

const { startRecorder } = require('./recorder');

/**
 * A stand-in for an OpenAI-compatible chat model. It calls tools, one after the other, and once it sees the
 * last one's answer it says that it is done.
 *
 * @param {{ tool?: string, arguments: object }[]} steps which tool to call, the first that is offered where none
 *   is named, and with what
 * @see https://platform.openai.com/docs/api-reference/chat
 */
async function startChatModel(steps) {
	const choice = (message, finish) => ({
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1,
		model: 'gpt-5-mini',
		choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', ...message } }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	});
	return await startRecorder(({ body }) => {
		const answered = body.messages.filter(({ role }) => role === 'tool');
		const step = steps[answered.length];
		if (step === undefined) {
			return { body: choice({ content: `Done: ${answered.at(-1).content}` }, 'stop') };
		}
		const offered = body.tools.map((tool) => tool.function);
		const { name, parameters } =
			step.tool === undefined ? offered[0] : offered.find((each) => each.name === step.tool);
		const wrapped = 'toolParameters' in parameters.properties;
		const call = wrapped ? { toolParameters: step.arguments, hitlParameters: {} } : step.arguments;
		const id = `call_${answered.length + 1}`;
		const calls = [{ id, type: 'function', function: { name, arguments: JSON.stringify(call) } }];
		return { body: choice({ content: null, tool_calls: calls }, 'tool_calls') };
	});
}

module.exports = { startChatModel };
