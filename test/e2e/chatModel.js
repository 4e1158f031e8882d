'use strict';

const { startRecorder } = require('./recorder');

/**
 * A stand-in for an OpenAI-compatible chat model. It calls the first tool that it is offered, with
 * the arguments given, and once it sees the tool's answer it says that it is done.
 *
 * @param {object} toolArguments
 * @see https://platform.openai.com/docs/api-reference/chat
 */
async function startChatModel(toolArguments) {
	const choice = (message, finish) => ({
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1,
		model: 'gpt-5-mini',
		choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', ...message } }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	});
	return await startRecorder(({ body }) => {
		const answered = body.messages?.findLast(({ role }) => role === 'tool');
		if (answered) return { body: choice({ content: `Done: ${answered.content}` }, 'stop') };
		const { name, parameters } = body.tools[0].function;
		const wrapped = 'toolParameters' in parameters.properties;
		const call = wrapped ? { toolParameters: toolArguments, hitlParameters: {} } : toolArguments;
		const calls = [
			{ id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(call) } },
		];
		return { body: choice({ content: null, tool_calls: calls }, 'tool_calls') };
	});
}

module.exports = { startChatModel };
