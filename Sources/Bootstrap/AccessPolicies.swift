import Kinds

/// The policies of the controller's role, of roles that it takes and of the role that plans: each small enough for one
/// managed policy of IAM's.
struct AccessPolicies {
    /// A policy's name in the template, what it is for, and its statements.
    struct Policy {
        var name: String
        var purpose: String
        var statements: [Statement]

        /// As a resource of the template.
        var resource: TemplateNode.Member {
            TemplateNode.Member(
                name,
                [
                    "Type": "AWS::IAM::ManagedPolicy",
                    "Properties": [
                        "Description": .text(purpose),
                        "PolicyDocument": [
                            "Version": "2012-10-17", "Statement": .list(statements.map(\.node)),
                        ],
                    ],
                ])
        }
    }

    private let granted: GrantedStatements
    private let writing: GrantedStatements

    /// The policies that `grants` make.
    init(_ grants: [Grant] = Grant.all) {
        granted = GrantedStatements(grants)
        writing = GrantedStatements(grants.filter { $0.narrowing != .read && $0.narrowing != .parameters })
    }

    /// Everything that only reads, and that a plan needs.
    var reading: Policy {
        Policy(
            name: "Reading", purpose: "Neap: what it reads",
            statements: [granted.reading()] + granted.statements(of: ["ssm"]))
    }

    /// The role's that plans: reading, and taking the roles that are listed.
    var planning: Policy {
        var policy = reading
        policy.statements += writing.statements(of: ["sts"])
        return policy
    }

    /// The controller's, the reading one first.
    var all: [Policy] {
        environments + [
            Policy(
                name: "Itself", purpose: "Neap: its lease table and queue, and the roles that it hands on",
                statements: writing.statements(of: ["dynamodb", "sqs", "sts"]) + AskedStatements.passing
                    + [AskedStatements.passingOwn, AskedStatements.ownRoles])
        ]
    }

    /// Of a role that the controller takes: neither table nor queue, and no role but those that it hands on.
    var target: [Policy] {
        environments + [
            Policy(
                name: "Roles", purpose: "Neap: the roles that it hands on",
                statements: AskedStatements.passing + [AskedStatements.ownRoles])
        ]
    }

    /// What is in environments, the reading one first.
    private var environments: [Policy] {
        [
            reading,
            Policy(
                name: "Services", purpose: "Neap: clusters, task definitions and services of its environments",
                statements: writing.statements(of: ["ecs"])),
            Policy(
                name: "Templates", purpose: "Neap: launch templates of its environments, and what they launch",
                statements: writing.statements(of: ["ec2"]) + AskedStatements.launching),
            Policy(
                name: "Groups", purpose: "Neap: Auto Scaling groups of its environments",
                statements: writing.statements(of: ["autoscaling"])),
            Policy(
                name: "Balancing", purpose: "Neap: load balancers and target groups of its environments",
                statements: writing.statements(of: ["elbv2"]) + [AskedStatements.balancing]),
            Policy(
                name: "Scaling", purpose: "Neap: how services of its environments scale",
                statements: writing.statements(of: ["application-autoscaling"]) + [AskedStatements.targetTracking]),
            Policy(
                name: "Alarms", purpose: "Neap: alarms of its environments",
                statements: writing.statements(of: ["cloudwatch"])),
            Policy(
                name: "Logs", purpose: "Neap: log groups of its environments",
                statements: writing.statements(of: ["logs"])),
        ]
    }
}
