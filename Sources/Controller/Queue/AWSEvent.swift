import AWSWire
import Model
import Reconciler

/// An event as EventBridge puts it into a queue: the whole of it is the message's body.
struct AWSEvent: Sendable {
    /// `aws.ecs`.
    let source: String
    /// `ECS Task State Change`.
    let type: String
    /// Twelve digits.
    let accountID: String
    let region: String
    /// ARNs of what it is about; not always whole ones.
    let resources: [String]
    /// What the source says.
    let detail: Value

    /// The event in a message's body; nil for what is none.
    init?(_ body: String) {
        let value: Value
        // Whatever it is, it is not EventBridge's.
        do { value = try JSON.parse(Array(body.utf8)) } catch { return nil }
        guard let source = value["source"]?.string, let type = value["detail-type"]?.string,
            let account = value["account"]?.string, let region = value["region"]?.string, let detail = value["detail"]
        else { return nil }
        self.source = source
        self.type = type
        self.region = region
        self.detail = detail
        accountID = account
        resources = (value["resources"]?.list ?? []).compactMap(\.string)
    }

    /// A text member of the detail; nil when it is missing.
    func text(_ member: String) -> String? { detail[member]?.string }

    /// Things of these names, where the event comes from.
    func things(_ names: [AWSThing.Name]) -> Set<AWSThing> {
        Set(names.map { AWSThing($0, accountID: accountID, region: region) })
    }
}
