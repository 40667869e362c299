import Kinds

/// The CloudFormation template of what Neap stands on and has no kinds for: its roles and their policies, the lease
/// table, the queue of hints, and the rules that fill it.
public struct ControllerTemplate: Sendable {
    private let settings: BootstrapSettings

    /// A template whose parameters begin with `settings`.
    public init(_ settings: BootstrapSettings) { self.settings = settings }

    /// The template as YAML.
    public var text: String {
        let parameters = TemplateParameters(settings)
        let lists = parameters.writing + parameters.own
        let template: TemplateNode = [
            "AWSTemplateFormatVersion": "2010-09-09",
            "Description": "What Neap stands on: roles, policies, lease table, queue of hints and its rules.",
            "Parameters": .members([parameters.name] + ([parameters.environments] + lists).map(\.member)),
            "Conditions": .members(lists.map(\.condition)), "Resources": .members(resources), "Outputs": outputs,
        ]
        return Self.head + template.yaml
    }

    private static let head = """
        # Written by `neap bootstrap`. Policies are made of the operations that Neap's kinds call, no others.
        # aws cloudformation deploy --stack-name neap --template-file FILE --capabilities CAPABILITY_NAMED_IAM

        """

    private var resources: [TemplateNode.Member] {
        let policies = AccessPolicies().all
        return policies.map(\.resource) + [
            TemplateNode.Member("ControllerRole", ControllerRoles.controller(policies.map(\.name))),
            TemplateNode.Member("ExecutionRole", ControllerRoles.execution),
            TemplateNode.Member("LeaseTable", LeaseTable.node), TemplateNode.Member("Hints", HintQueue.queue),
            TemplateNode.Member("HintsPolicy", HintQueue.policy),
        ] + HintRules.members
    }

    private var outputs: TemplateNode {
        [
            "ControllerRole": ["Value": .attribute("ControllerRole", "Arn")],
            "ExecutionRole": ["Value": .attribute("ExecutionRole", "Arn")],
            "LeaseTable": ["Value": .ref("LeaseTable")], "QueueURL": ["Value": .ref("Hints")],
        ]
    }
}
