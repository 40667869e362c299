/// `docs/lint-rules.md`, made of what the rules say of themselves.
enum LintRulesPage {
    /// The whole page, ending in a newline.
    static var text: String {
        let own = allLintRules.map { RulePage.section($0, $0.weight.lintWord) }
        let shared = sharedRules.map { "- [`\($0.id)`](plan-rules.md#\(anchor($0))) (\($0.weight.lintWord))" }
        return ([head] + own + [sharedHead, shared.joined(separator: "\n")]).joined(separator: "\n\n") + "\n"
    }

    /// What forges make of the heading: `rollout-deadlock (refuse)` is `rollout-deadlock-refuse`.
    private static func anchor(_ rule: any PlanRule.Type) -> String { "\(rule.id)-\(rule.weight.rawValue)" }

    private static let head = """
        # What manifests are looked through for

        `neap lint PATH` reads the manifests of a folder as they stand (`--head`: of the repository's HEAD), without AWS, and
        holds them against these rules, as if every task and every instance rolled. `error` ends with exit code 1, `warn` too
        with `--strict` (`--fail-on warn`); `notice` only says so, unless `--fail-on notice`. Broken manifests are errors, as
        `neap validate` says them. `-o sarif` (2.1.0) is for forges, `-o json` for programs, `-o markdown` for merge requests.

        A rule gives way to a reason in the manifest, or for all of them in `Environment.spec.policy`. One id is one thing to
        allow, in `lint` and in plans:

        ```yaml
        policy:
          allow: {mutable-image-tag: a nightly job that wants the newest}
        ```

        Ids do not change. What can not be known from manifests (a template or a subnet found by its tags) proves nothing.
        """

    private static let sharedHead = """
        ## Rules of plans

        These are held against manifests too; [plan-rules.md](plan-rules.md) says what they mean.
        """
}
