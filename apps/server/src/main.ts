// `kafal <command>`. The commands are loaded when they are called, so that the start of the server loads nothing else.

import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// The second start finds its own code compiled. Not in the system's shared temporary folder: whoever could write there
// could put code into the server.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/kafal', import.meta.url)));

const { COMMANDS } = await import('./commands/index.ts');
const { listOfCommands, runCommand } = await import('./platform/cli/command.ts');

const [name, ...words] = process.argv.slice(2);
const entry = COMMANDS.find((command) => command.name === name);
if (entry !== undefined) {
  process.exitCode = await runCommand(await entry.load(), words);
} else {
  const isAskingForHelp = name === undefined || name === '--help' || name === '-h' || name === 'help';
  if (!isAskingForHelp) process.stderr.write(`There is no command "${name}".\n\n`);
  process.stdout.write(`${listOfCommands(COMMANDS)}\n`);
  process.exitCode = isAskingForHelp ? 0 : 2;
}
