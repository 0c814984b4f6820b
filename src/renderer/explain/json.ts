import type { ExplainedArgument, Explanation, Group, Origin } from '../../explainer/explanation';
import type { Decision } from '../../model/decision';
import type { Place } from '../../model/place';

/** The document of `explain --output json`; docs/json.md has its schema. */
export function explanationJson({ program, groups, decisions }: Explanation): object {
  return { schema: 1, program, groups: groups.map(groupJson), decisions: decisions.map(decisionJson) };
}

function groupJson(group: Group): object {
  return {
    ...group,
    origin: originJson(group.origin),
    arguments: group.arguments.map(argumentJson),
    decisions: group.decisions.map(decisionJson),
  };
}

function argumentJson(argument: ExplainedArgument): object {
  return {
    ...argument,
    origin: originJson(argument.origin),
    properties: argument.properties.map(({ at, ...property }) => ({ ...property, ...placeJson(at) })),
  };
}

function originJson({ at, implied }: Origin): object {
  return { ...placeJson(at), implied };
}

function decisionJson({ at, ...decision }: Decision): object {
  return { ...decision, ...placeJson(at) };
}

/** Lines and columns from 1, and the path of the node. */
function placeJson(at: Place | undefined): object {
  return at === undefined ? {} : { line: at.line, column: at.column, xml: at.path };
}
