import type * as typescript from "typescript";
import type { AnswerType } from "../../runtime/contract/answers.js";
import { inOrder, type Field, type Shape } from "../model/shape.js";
import { ts } from "./compiler.js";
import { NotAWorkflow } from "./workflow.js";

/** Interfaces and type aliases of a workflow's file, by name. */
export type Declared = ReadonlyMap<string, typescript.InterfaceDeclaration | typescript.TypeAliasDeclaration>;

/** The members of `interface Input` as arguments, with their comments as descriptions. */
export function argumentsIn(declared: Declared, file: typescript.SourceFile): Field[] {
  const input = declared.get("Input");
  if (!input) return [];
  return inOrder(new Types(declared, file).fieldsOf(membersOf(input)));
}

/** The type of `interface Answer`. */
export function answerIn(declared: Declared, file: typescript.SourceFile): AnswerType {
  const answer = declared.get("Answer");
  if (!answer) throw new NotAWorkflow("It has no interface Answer.");
  return answerOf({ kind: "record", fields: new Types(declared, file).fieldsOf(membersOf(answer)) });
}

function membersOf(node: typescript.InterfaceDeclaration | typescript.TypeAliasDeclaration) {
  if (ts.isInterfaceDeclaration(node)) return node.members;
  if (ts.isTypeLiteralNode(node.type)) return node.type.members;
  throw new NotAWorkflow(`${node.name.text} is not an object type.`);
}

const KEYWORDS: ReadonlyMap<typescript.SyntaxKind, Shape> = new Map<typescript.SyntaxKind, Shape>([
  [ts.SyntaxKind.StringKeyword, { kind: "text" }],
  [ts.SyntaxKind.NumberKeyword, { kind: "number", integer: false }],
  [ts.SyntaxKind.BooleanKeyword, { kind: "flag" }],
  [ts.SyntaxKind.UnknownKeyword, { kind: "anything" }],
]);

/** Reads types as shapes. */
class Types {
  readonly #declared: Declared;
  readonly #file: typescript.SourceFile;

  constructor(declared: Declared, file: typescript.SourceFile) {
    this.#declared = declared;
    this.#file = file;
  }

  fieldsOf(members: typescript.NodeArray<typescript.TypeElement>): Field[] {
    return members.map((member): Field => {
      if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name))
        throw new NotAWorkflow(`${member.getText(this.#file).slice(0, 80)} is not a plain field.`);
      const words = commentOf(member);
      return {
        name: member.name.text,
        required: member.questionToken === undefined,
        shape: this.#shapeOf(member.type),
        ...(words === undefined ? {} : { words }),
      };
    });
  }

  #shapeOf(node: typescript.TypeNode): Shape {
    const keyword = KEYWORDS.get(node.kind);
    if (keyword) return keyword;
    if (ts.isArrayTypeNode(node)) return { kind: "list", of: this.#shapeOf(node.elementType) };
    if (ts.isTypeLiteralNode(node)) return { kind: "record", fields: this.fieldsOf(node.members) };
    if (ts.isUnionTypeNode(node)) return this.#choiceOf(node);
    if (ts.isParenthesizedTypeNode(node)) return this.#shapeOf(node.type);
    if (ts.isTypeOperatorNode(node)) return this.#shapeOf(node.type);
    return this.#named(node);
  }

  #named(node: typescript.TypeNode): Shape {
    const name = node.getText(this.#file);
    if (name === "Integer") return { kind: "number", integer: true };
    const found = this.#declared.get(name);
    if (!found) throw new NotAWorkflow(`The type ${name.slice(0, 80)} is not one that a tool can have.`);
    if (ts.isTypeAliasDeclaration(found) && !ts.isTypeLiteralNode(found.type))
      return this.#shapeOf(found.type);
    return { kind: "record", fields: this.fieldsOf(membersOf(found)) };
  }

  /** Only texts can be alternatives, because clients want one type for each argument. */
  #choiceOf({ types }: typescript.UnionTypeNode): Shape {
    const values = types.map((type) => {
      if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return type.literal.text;
      throw new NotAWorkflow(`${type.getText(this.#file)} is an alternative that is not a text.`);
    });
    return { kind: "choice", values };
  }
}

/** The text of the comment before a node, without its tags. */
function commentOf(node: typescript.Node): string | undefined {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  const text = comment && ts.getTextOfJSDocComment(comment.comment);
  return text === undefined || text === "" ? undefined : text.replace(/\s+/g, " ").trim();
}

/** A field that may be missing is absent, never null. */
function answerOf(shape: Shape): AnswerType {
  switch (shape.kind) {
    case "text":
      return "text";
    case "number":
      return shape.integer ? "integer" : "number";
    case "flag":
      return "flag";
    case "choice":
      return { choice: shape.values };
    case "list":
      return { list: answerOf(shape.of) };
    case "record": {
      const required = shape.fields.filter((field) => field.required).map(({ name }) => name);
      return {
        fields: Object.fromEntries(shape.fields.map((field) => [field.name, answerOf(field.shape)])),
        ...(required.length > 0 ? { required } : {}),
      };
    }
    case "either":
    case "nullable":
    case "file":
    case "anything":
      return "anything";
  }
}
