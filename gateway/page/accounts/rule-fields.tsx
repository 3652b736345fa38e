/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { ruleWords, type ApprovalRules } from "../../accounts/approval-rules.js";
import { serverOptions } from "../../options/options.js";
import { first, type Fields } from "../page-handler.js";

interface RuleFieldsProps {
  readonly rules: ApprovalRules;
  /** What a person sent, if it had a fault. */
  readonly fields: Fields;
}

/** What the account demands of every approval. */
export function RuleFields({ rules, fields }: RuleFieldsProps) {
  const { approvers } = rules;
  return (
    <fieldset>
      <legend>Approvals of all its server URLs</legend>
      <p class="soft">A server URL can only be stricter. Empty fields demand nothing.</p>
      <div class="field">
        <label for="approvers">{ruleWords.approvers}</label>
        <input
          id="approvers"
          name="approvers"
          value={first(fields, "approvers") ?? approvers?.join(", ") ?? ""}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="approvers-note"
        />
        <span class="soft" id="approvers-note">{`Such as ${serverOptions.approvers.such}`}</span>
      </div>
      {(["approvals_needed", "approval_minutes"] as const).map((name) => (
        <div class="field">
          <label for={name}>{ruleWords[name]}</label>
          <input
            id={name}
            name={name}
            type="number"
            min={serverOptions[name].least}
            max={serverOptions[name].most}
            value={first(fields, name) ?? rules[name] ?? ""}
          />
        </div>
      ))}
    </fieldset>
  );
}
