/// One statement of an IAM policy that allows something.
struct Statement: Sendable, Equatable {
    /// Its name: letters and digits.
    var sid: String
    /// `ecs:CreateService`, sorted.
    var actions: [String]
    /// What may be touched.
    var resources: TemplateNode
    /// What has to be so besides; no entries for nothing.
    var condition: TemplateNode = [:]
    /// The template's condition under which there is the statement; nil for always.
    var isThereWhen: String?

    /// The statement as IAM takes it.
    var node: TemplateNode {
        var members = [
            TemplateNode.Member("Sid", .text(sid)), TemplateNode.Member("Effect", "Allow"),
            TemplateNode.Member("Action", .texts(actions)), TemplateNode.Member("Resource", resources),
        ]
        if condition != [:] { members.append(TemplateNode.Member("Condition", condition)) }
        return isThereWhen.map { .when($0, .members(members)) } ?? .members(members)
    }
}

/// The conditions that keep a statement to the environments' resources.
enum TagCondition {
    private static let request = "aws:RequestTag/neap:environment"
    private static let resource = "aws:ResourceTag/neap:environment"
    private static let environments = TemplateNode.ref("Environments")

    /// What is written carries the tag of an environment.
    static let written: TemplateNode = ["StringEquals": [request: environments]]
    /// What is there carries it.
    static let held: TemplateNode = ["StringEquals": [resource: environments]]
    /// Both do.
    static let writtenAndHeld: TemplateNode = ["StringEquals": [request: environments, resource: environments]]
    /// What is written carries it, and nothing is there or what is there is no other environment's.
    static let writtenOnNew: TemplateNode = [
        "StringEquals": [request: environments], "StringEqualsIfExists": [resource: environments],
    ]
    /// What is there carries it, and what is written names no other environment.
    static let heldAndKept: TemplateNode = [
        "StringEquals": [resource: environments], "StringEqualsIfExists": [request: environments],
    ]

    /// What is written carries the tag, and is written while one of `operations` makes something.
    static func written(by key: String, _ operations: [String]) -> TemplateNode {
        ["StringEquals": [request: environments, key: .list(operations.map { .text($0) })]]
    }
}
