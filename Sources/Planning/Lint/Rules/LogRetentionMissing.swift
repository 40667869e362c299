import Kinds
import Model

/// CloudWatch Logs keeps what nobody bounds for ever, and charges for it.
enum LogRetentionMissing: LintRule {
    static let id = "log-retention-missing"
    static let weight = Finding.Weight.warn
    static let summary = """
        A LogGroup states no `retentionInDays`, or a container's `awslogs-create-group` makes a group that no manifest \
        bounds: everything is kept for ever, and paid for.
        """
    static let remedy = "`retentionInDays: 30`; a LogGroup manifest instead of `awslogs-create-group`."

    static func findings(in context: LintContext) -> [Finding] {
        let groups = context.index.all("LogGroup").filter { $0.spec["retentionInDays"] == nil }.map {
            finding($0, at: "/retentionInDays", nil, "no retentionInDays is stated, so that its logs are kept for ever")
        }
        return groups + context.containers.compactMap { made($0, context.index) }
    }

    private static func made(_ container: LintContainer, _ index: ResourceIndex) -> Finding? {
        let options = container.value["logConfiguration"]?["options"]
        guard let flag = options?["awslogs-create-group"], flag.scalarText == "true",
            let name = options?["awslogs-group"]?.string, index.named(name, "LogGroup") == nil
        else { return nil }
        return finding(
            container.definition, at: container.path("/logConfiguration/options/awslogs-create-group"), flag,
            "container \(container.name): \(name) is made without a retention, so that its logs are kept for ever")
    }
}
