/// `docs/plan-rules.md`, made of what the rules say of themselves.
enum PlanRulesPage {
    /// The whole page, ending in a newline.
    static var text: String {
        let rows = allRules.map { RulePage.section($0, $0.weight.rawValue) }
        return ([head] + rows).joined(separator: "\n\n") + "\n"
    }

    private static let head = """
        # What plans are looked through for

        A plan that makes a service, or rolls tasks or instances, is held against these rules. `refuse` is a proof that it can never
        work: nothing of the resource is written, the rest of the plan goes on, and the exit code is 6. `warn` and `notice`
        only say so. What is live and unchanged is never refused.

        A rule that refuses gives way to a reason in the resource's manifest, which plans show:

        ```yaml
        policy:
          allow: {rollout-deadlock: the old task is stopped by hand tonight}
        ```

        Rules about room need to see tasks and instances. What could not be read proves nothing.
        """
}
