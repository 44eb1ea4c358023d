/**
 * Reads workflow files as JSON (`{ name, content }[]`) on standard input and prints the faults of each as GitHub's own
 * parser finds them. A process of its own, because the parser imports JSON in a way that only tsx takes.
 */
import { readFileSync } from 'node:fs';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';

const files = JSON.parse(readFileSync(0, 'utf8')) as { name: string; content: string }[];
const faults = files.map((file) => {
  const { context } = parseWorkflow(file, new NoOperationTraceWriter());
  return context.errors.getErrors().map(String);
});
console.log(JSON.stringify(faults));
