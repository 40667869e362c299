import Kinds

/// The events of AWS's that are hints, each as a rule of EventBridge that writes to the queue.
enum HintRules {
    /// A rule's name in the template, the end of its own, and which events it takes.
    private struct Rule {
        var name: String
        var suffix: String
        var pattern: TemplateNode
    }

    private static let rules = [
        Rule(name: "EcsEvents", suffix: "ecs", pattern: events(of: ["aws.ecs"], ecs)),
        Rule(name: "InstanceEvents", suffix: "instances", pattern: events(of: ["aws.ec2"], instances)),
        Rule(name: "GroupEvents", suffix: "groups", pattern: events(of: ["aws.autoscaling"], groups)),
        // What people and pipelines change, as far as a trail of CloudTrail writes it down.
        Rule(
            name: "Calls", suffix: "calls",
            pattern: calls(
                of: [
                    "aws.ecs", "aws.autoscaling", "aws.elasticloadbalancing", "aws.application-autoscaling",
                    "aws.monitoring",
                ], [["anything-but": .list(FleetCalls.names.map { .text($0) })]])),
        // Services that many others write to as well: of those only what a kind writes.
        Rule(
            name: "TemplateCalls", suffix: "template-calls", pattern: calls(of: ["aws.ec2", "aws.logs"], written)),
    ]

    private static let ecs = [
        "ECS Task State Change", "ECS Service Action", "ECS Deployment State Change",
        "ECS Container Instance State Change",
    ]
    private static let instances = [
        "EC2 Spot Instance Interruption Warning", "EC2 Instance Rebalance Recommendation",
    ]
    private static let groups = [
        "EC2 Instance Launch Successful", "EC2 Instance Launch Unsuccessful", "EC2 Instance Terminate Successful",
        "EC2 Instance Terminate Unsuccessful", "EC2 Auto Scaling Instance Refresh Started",
        "EC2 Auto Scaling Instance Refresh Succeeded", "EC2 Auto Scaling Instance Refresh Failed",
        "EC2 Auto Scaling Instance Refresh Cancelled",
    ]
    private static let written = TemplateNode.list(
        Set(
            Grant.all.filter { ["ec2", "logs"].contains($0.service) && [.change, .tag].contains($0.narrowing) }
                .flatMap(\.operations)
        ).sorted().map { .text($0) })

    /// Their names in the template.
    static let names = rules.map(\.name)

    /// Their resources.
    static let members = rules.map { rule in
        TemplateNode.Member(
            rule.name,
            [
                "Type": "AWS::Events::Rule",
                "Properties": [
                    "Name": .sub("${Name}-\(rule.suffix)"), "State": "ENABLED", "EventPattern": rule.pattern,
                    "Targets": [["Id": "hints", "Arn": .attribute("Hints", "Arn")]],
                ],
            ])
    }

    private static func events(of sources: [String], _ types: [String]) -> TemplateNode {
        ["source": .list(sources.map { .text($0) }), "detail-type": .list(types.map { .text($0) })]
    }

    private static func calls(of sources: [String], _ names: TemplateNode) -> TemplateNode {
        [
            "source": .list(sources.map { .text($0) }), "detail-type": ["AWS API Call via CloudTrail"],
            "detail": ["eventName": names],
        ]
    }
}
