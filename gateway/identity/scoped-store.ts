import {
  AliasNode,
  FromNode,
  IdentifierNode,
  OperationNodeTransformer,
  PrimitiveValueListNode,
  QueryNode,
  sql,
  TableNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  type DeleteQueryNode,
  type Expression,
  type ExpressionBuilder,
  type InsertQueryNode,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  type SqlBool,
  type UpdateQueryNode,
} from "kysely";
import { expressionBuilder } from "kysely";
import type { Core } from "../core.js";
import { GatewayError } from "../error.js";
import type { Schema } from "../store/schema.js";
import type { Db, Store } from "../store/store.js";
import type { Accounts } from "./roles.js";
import type { Scope, ScopedTable } from "./scope.js";

/**
 * The core of a person: every query of a handler reads and changes only what the person may see and change, so no
 * handler can forget it.
 */
export function scopedCore(core: Core, scope: Scope): Core {
  const db = core.store.db.withPlugin(scopePlugin(core.store.db, scope));
  const store: Store = { ...core.store, db };
  return { ...core, store, isPart: true };
}

function scopePlugin(db: Db, scope: Scope): KyselyPlugin {
  const transformer = new ScopeTransformer(db, scope);
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: async ({ result }) => result,
  };
}

class ScopeTransformer extends OperationNodeTransformer {
  constructor(
    private readonly db: Db,
    private readonly scope: Scope,
  ) {
    super();
  }

  protected override transformFrom(node: FromNode, id?: { readonly queryId: string }): FromNode {
    const { froms } = super.transformFrom(node, id);
    return FromNode.create(froms.map((from) => this.readable(from)));
  }

  protected override transformJoin(node: JoinNode, id?: { readonly queryId: string }): JoinNode {
    const done = super.transformJoin(node, id);
    return { ...done, table: this.readable(done.table) };
  }

  protected override transformDeleteQuery(
    node: DeleteQueryNode,
    id?: { readonly queryId: string },
  ): DeleteQueryNode {
    const done = super.transformDeleteQuery({ ...node, from: FromNode.create([]) }, id);
    return this.changeable({ ...done, from: node.from }, node.from.froms[0]);
  }

  protected override transformUpdateQuery(
    node: UpdateQueryNode,
    id?: { readonly queryId: string },
  ): UpdateQueryNode {
    return this.changeable(super.transformUpdateQuery(node, id), node.table);
  }

  protected override transformInsertQuery(
    node: InsertQueryNode,
    id?: { readonly queryId: string },
  ): InsertQueryNode {
    const table = this.scopedName(node.into);
    const write = table && this.scope[table].write;
    if (table && write !== undefined && write !== "all" && table !== "tokens") assertInside(node, write);
    return super.transformInsertQuery(node, id);
  }

  /** The table, or the rows of it that the person may see. */
  private readable(node: OperationNode): OperationNode {
    const table = this.scopedName(node);
    const read = table && this.scope[table].read;
    if (table === undefined || read === undefined || read === "all") return node;
    const rows = this.db.selectFrom(table).selectAll().where(inside(table, read)).toOperationNode();
    return AliasNode.create(rows, AliasNode.is(node) ? node.alias : IdentifierNode.create(table));
  }

  private changeable<Node extends DeleteQueryNode | UpdateQueryNode>(
    node: Node,
    target: OperationNode | undefined,
  ): Node {
    const table = target && this.scopedName(target);
    const write = table && this.scope[table].write;
    if (table === undefined || write === undefined || write === "all") return node;
    return QueryNode.cloneWithWhere(node, inside(table, write).toOperationNode());
  }

  private scopedName(node: OperationNode | undefined): ScopedTable | undefined {
    const table = node !== undefined && AliasNode.is(node) ? node.node : node;
    if (table === undefined || !TableNode.is(table)) return undefined;
    const { name } = table.table.identifier;
    return Object.hasOwn(this.scope, name) ? (name as ScopedTable) : undefined;
  }
}

/** Whether a row of a table belongs to one of the accounts. */
function inside(table: ScopedTable, accounts: readonly string[]): Expression<SqlBool> {
  if (accounts.length === 0) return sql<SqlBool>`1 = 0`;
  const row: ExpressionBuilder<Schema, ScopedTable> = expressionBuilder<Schema, ScopedTable>();
  if (table === "accounts") return row("accounts.id", "in", accounts);
  if (table === "tokens") {
    const servers = row
      .selectFrom("servers")
      .select("servers.id")
      .where("servers.account_id", "in", accounts);
    return row("tokens.server_id", "in", servers);
  }
  return row(`${table}.account_id`, "in", accounts);
}

/** @throws GatewayError 403 for a row of another account */
function assertInside(
  { columns = [], values, into }: InsertQueryNode,
  write: Exclude<Accounts, "all">,
): void {
  const at = columns.findIndex(({ column }) => column.name === "account_id");
  const rows = values !== undefined && ValuesNode.is(values) ? values.values : [];
  const isInside = rows.every((row) => {
    const cell = PrimitiveValueListNode.is(row)
      ? row.values[at]
      : ValueListNode.is(row)
        ? valueOf(row.values[at])
        : undefined;
    return typeof cell === "string" && write.includes(cell);
  });
  if (at < 0 || rows.length === 0 || !isInside)
    throw new GatewayError(403, `Your role does not let you add this to ${into?.table.identifier.name}.`);
}

function valueOf(node: OperationNode | undefined): unknown {
  return node !== undefined && ValueNode.is(node) ? node.value : undefined;
}
